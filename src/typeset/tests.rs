use super::*;

const KAZAKH: &str = "Алашорда үкіметі кеңес актілерін заңсыз деп жариялап, Сібір уақытша үкіметімен, Комучпен және атаман Дутовпен келіссөзге отырды. Әлихан Бөкейхан қару-жарақ пен офицер мәселесін Самара мен Омбыда өзі талқылады, ал батыс бөлімін Досмұхамедұлдары басқарды. 1917 ж. 4 наурызда А. Бөкейханов пен Ә. Н. Бөкейханов № 5 үйде жиналды, т.б. Алаш – партия.";
const RUSSIAN: &str = "Временное правительство собиралось управлять до тех пор, пока судьбу страны не решит Учредительное собрание, но из войны не вышло, землю не разделило, национальный вопрос отложило. В 1917 г. А. Н. Букейханов приехал в город, а 11 июня 1918 г. заседание перенесли.";
const ENGLISH: &str = "Soviets of workers’ and soldiers’ deputies appeared in towns along the railway, and peasant soviets joined them by summer; in many places Socialist Revolutionaries and Mensheviks led them, so at first the soviets reached an accommodation with the committees.";

/// Letters of about the widths of a book face, ten points high.
fn widths(text: &str) -> Vec<f32> {
    text.chars()
        .map(|letter| match letter {
            ' ' => 2.5,
            'ш' | 'щ' | 'ж' | 'ю' | 'м' | 'm' | 'w' => 7.5,
            'і' | 'i' | 'l' | 'j' | '.' | ',' => 2.8,
            _ => 5.2,
        })
        .collect()
}

fn setting(language: Language, width: f32, is_justified: bool) -> Setting {
    Setting {
        language,
        is_justified,
        is_hyphenated: true,
        width,
        beside: (0, 0.0),
    }
}

fn set(text: &str, setting: &Setting) -> Vec<Line> {
    let widths = widths(text);
    let measured = Measured {
        text,
        widths: &widths,
        hyphen: 3.0,
        space: 2.5,
    };
    lines(measured, setting)
}

const TEXTS: [(&str, Language); 3] = [
    (KAZAKH, Language::Kazakh),
    (RUSSIAN, Language::Russian),
    (ENGLISH, Language::English),
];

#[test]
fn no_letter_is_lost_and_none_is_doubled() {
    for (text, language) in TEXTS {
        for is_justified in [true, false] {
            let lines = set(text, &setting(language, 220.0, is_justified));
            let mut at = 0;
            for line in &lines {
                assert!(text[at..line.bytes.start].trim().is_empty());
                assert_eq!(text[line.bytes.clone()].chars().count(), line.letters.len());
                at = line.bytes.end;
            }
            assert_eq!(at, text.len());
        }
    }
}

#[test]
fn no_line_is_too_wide() {
    for (text, language) in TEXTS {
        for width in (60..600).step_by(7) {
            for is_justified in [true, false] {
                for line in set(text, &setting(language, width as f32, is_justified)) {
                    assert!(line.width <= width as f32 + 0.02, "{width}: {line:?}");
                }
            }
        }
    }
}

#[test]
fn justified_lines_end_at_the_edge_and_their_spaces_stay_even() {
    for (text, language) in TEXTS {
        for width in [280.0, 330.0, 400.0] {
            let lines = set(text, &setting(language, width, true));
            let (last, inner) = lines.split_last().unwrap();
            for line in inner {
                assert!((line.width - width).abs() < 0.02, "{line:?}");
                // A river of white begins where spaces grow to three of their size.
                assert!(line.gap > -0.8 && line.gap < 5.0, "{width}: {}", line.gap);
            }
            assert!(last.gap <= 0.0);
        }
    }
}

#[test]
fn at_a_good_measure_no_three_lines_end_in_hyphens() {
    for (text, language) in TEXTS {
        for width in (280..420).step_by(10) {
            let lines = set(&text.repeat(3), &setting(language, width as f32, true));
            let runs = lines
                .windows(3)
                .filter(|run| run.iter().all(|line| line.has_hyphen));
            assert_eq!(runs.count(), 0, "{width}");
        }
    }
}

#[test]
fn ragged_text_has_fewer_hyphens_and_is_never_stretched() {
    let (mut justified, mut ragged) = (0, 0);
    for (text, language) in TEXTS {
        for width in [200.0, 260.0, 320.0] {
            let count = |lines: &[Line]| lines.iter().filter(|line| line.has_hyphen).count();
            justified += count(&set(text, &setting(language, width, true)));
            let lines = set(text, &setting(language, width, false));
            assert!(lines.iter().all(|line| line.gap == 0.0));
            ragged += count(&lines);
        }
    }
    assert!(ragged <= justified, "{ragged} {justified}");
}

#[test]
fn what_belongs_together_is_not_parted() {
    for (text, language) in TEXTS {
        for width in 60..400 {
            let lines = set(text, &setting(language, width as f32, true));
            for line in &lines[..lines.len() - 1] {
                let (above, below) = (&text[..line.bytes.end], &text[line.bytes.end..]);
                if line.has_hyphen || !below.starts_with(' ') {
                    continue;
                }
                let before = above.split(' ').next_back().unwrap();
                let after = below.trim_start().split(' ').next().unwrap();
                assert!(
                    !crate::language::bonds::keeps(before, after, language),
                    "{width}: {before} | {after}"
                );
            }
        }
    }
}

#[test]
fn a_written_hyphen_gets_no_second_one() {
    let text = "қоғамдық-саяси қоғамдық-саяси қоғамдық-саяси";
    for width in 40..200 {
        for line in set(text, &setting(Language::Kazakh, width as f32, true)) {
            assert!(!(line.has_hyphen && text[line.bytes].ends_with('-')));
        }
    }
}

#[test]
fn the_first_lines_leave_room_beside_them() {
    let mut setting = setting(Language::Kazakh, 300.0, true);
    setting.beside = (2, 40.0);
    let lines = set(KAZAKH, &setting);
    assert!((lines[0].left - 40.0).abs() < 0.1 && (lines[0].width - 260.0).abs() < 0.1);
    assert!((lines[1].left - 40.0).abs() < 0.1);
    assert!(lines[2].left.abs() < 3.0 && (lines[2].width - 300.0).abs() < 0.1);
}

#[test]
fn two_hundred_thousand_letters_without_a_space_are_divided() {
    let text = "а".repeat(200_000);
    for is_justified in [true, false] {
        let lines = set(&text, &setting(Language::Kazakh, 300.0, is_justified));
        assert!(lines.len() > 3_000);
        assert!(
            lines
                .iter()
                .all(|line| line.width <= 300.02 && !line.letters.is_empty())
        );
    }
}

#[test]
fn odd_texts_have_lines_too() {
    for text in [
        "",
        " ",
        "\n",
        "\n\n",
        "а",
        "   а   б  ",
        "а\nб",
        "\u{ad}\u{ad}",
        "—/—",
        "-",
    ] {
        for width in [-5.0, 0.0, 1.0, 300.0] {
            let lines = set(text, &setting(Language::Russian, width, true));
            assert!(!lines.is_empty(), "{text:?}");
            assert!(lines.iter().all(|line| line.bytes.end <= text.len()));
        }
    }
    assert_eq!(
        set("а\nб", &setting(Language::Russian, 300.0, true)).len(),
        2
    );
}
