"""Draws the pictures of the pack: `python draw.py ..` writes them beside this folder.

Facts are those of the pack's own events, organisations and control; maps are drawn from its GeoJSON.
"""

import sys
from pathlib import Path

import maps
from svg import (AMBER, BLUE, FILL, GREEN, GREY, INK, LINE, MUTED, PAPER, RED, ROSE, Sheet, TEAL,
                 VIOLET)


def cover(out):
    """Dawn over the steppe: a low band, so that the first words of the article stand on the same screen.

    Own geometry of arcs, hills, a railway and an ornament of quarter circles.
    """
    s = Sheet(1200, 280, "#F3E7CF")
    for number, radius in enumerate((82, 104, 128, 154)):
        s.circle(820, 168, radius, stroke="#D9A441", width=3.2 - number * 0.6)
    s.circle(820, 168, 62, "#E3A23C")
    foot = "L1200 280 L0 280 Z"
    s.path(f"M0 176 C160 136 310 160 470 170 S840 134 1200 164 {foot}", "#B9C7B4")
    s.path(f"M0 196 C220 164 380 202 620 190 S980 172 1200 192 {foot}", "#7FA898")
    s.path(f"M0 222 C260 196 480 232 740 216 S1060 200 1200 216 {foot}", "#3F7F74")
    s.path(f"M0 250 C300 232 560 258 840 246 S1100 236 1200 244 {foot}", TEAL)
    for x, y, size in ((250, 218, 1.15), (326, 222, 0.84), (184, 224, 0.72), (392, 226, 0.6)):
        yurt(s, x, y, size)
    # The railway runs to where the sun comes up.
    for step in range(12):
        near = (step / 11) ** 1.8
        y = 188 + near * 84
        half = 2 + near * 42
        x = 826 + near * 92
        s.path(f"M{x - half:.1f} {y:.1f} L{x + half:.1f} {y:.1f}", stroke="#F3E7CF", width=1 + near * 3.6)
    s.path("M825.5 187 L882 272", stroke="#F3E7CF", width=2.4)
    s.path("M826.5 187 L954 272", stroke="#F3E7CF", width=2.4)
    ornament(s, 0, 0, 1200, 34, "#B24438", "#F3E7CF")
    s.save(out / "cover.svg")


def yurt(s, x, y, k):
    w, h = 54 * k, 22 * k
    s.path(f"M{x - w / 2:.1f} {y:.1f} L{x - w / 2:.1f} {y - h:.1f} Q{x:.1f} {y - h * 2.9:.1f} {x + w / 2:.1f} {y - h:.1f} L{x + w / 2:.1f} {y:.1f} Z", "#FFFDF6")
    s.path(f"M{x - w / 2:.1f} {y - h:.1f} L{x + w / 2:.1f} {y - h:.1f}", stroke=RED, width=3 * k)
    s.rect(x - 6 * k, y - h * 0.86, 12 * k, h * 0.86, RED, radius=2)
    s.path(f"M{x - 9 * k:.1f} {y - h * 1.86:.1f} Q{x:.1f} {y - h * 2.35:.1f} {x + 9 * k:.1f} {y - h * 1.86:.1f}", stroke=INK, width=2.2 * k)


def ornament(s, x, y, width, height, fill, ground):
    """A band: between two lines, pairs of quarter circles that open like horns, and a seed between them."""
    s.rect(x, y, width, height, fill, radius=0)
    step, middle = 50, y + height / 2
    r = height * 0.3
    for at in range(int(width // step)):
        c = x + at * step + step / 2
        for side in (-1, 1):
            s.path(f"M{c:.1f} {middle + r:.1f} C{c + side * 2:.1f} {middle - r * 0.2:.1f} {c + side * r * 1.1:.1f} {middle - r * 1.3:.1f} {c + side * r * 1.45:.1f} {middle - r * 0.3:.1f} C{c + side * r * 1.5:.1f} {middle + r * 0.35:.1f} {c + side * r * 0.75:.1f} {middle + r * 0.3:.1f} {c + side * r * 0.8:.1f} {middle - r * 0.25:.1f}", stroke=ground, width=2.6)
        d = c + step / 2
        s.path(f"M{d:.1f} {middle - 5:.1f} L{d + 4:.1f} {middle:.1f} L{d:.1f} {middle + 5:.1f} L{d - 4:.1f} {middle:.1f} Z", ground)
    for line in (y + 3, y + height - 3):
        s.path(f"M{x} {line} L{x + width} {line}", stroke=ground, width=1.4)


def rising_1916(out):
    s = Sheet(800, 620)
    s.title(("Жарлықтан көтеріліске, көтерілістен ақпанға", "От указа к восстанию, от восстания к февралю", "From a decree to a rising, and on to February"))
    steps = [
        (AMBER, ("1916 ж. 25 маусым (8 шілде)", "25 июня (8 июля) 1916", "25 June (8 July) 1916"),
         ("Патша жарлығы: 19–43 жастағы ер адамдар майданның тыл жұмысына алынады",
          "Указ царя: мужчин 19–43 лет берут на работы в тылу фронта",
          "The Tsar’s decree: men of 19 to 43 are taken to work behind the front")),
        (GREY, ("Жаз басы", "Начало лета", "Early summer"),
         ("Тізімді болыстар жасайды: кедейдің баласы байдікінен жиі ілінеді",
          "Списки составляют волостные: сыновья бедных попадают в них чаще",
          "Volost heads draw up the lists: sons of the poor are on them more often")),
        (RED, ("1916 ж. шілдеден", "С июля 1916", "From July 1916"),
         ("Көтеріліс бүкіл далаға жайылады; ең ұзағы – Торғай ошағы",
          "Восстание охватывает всю степь; дольше всех держится Тургай",
          "A rising spreads across the steppe; Turgai holds out longest")),
        (VIOLET, ("Күз – қыс", "Осень – зима", "Autumn and winter"),
         ("Жазалаушы отрядтар; мыңдаған отбасы Қытайға ауады",
          "Карательные отряды; тысячи семей уходят в Китай",
          "Punitive columns; thousands of families flee to China")),
        (TEAL, ("1917 ж. ақпан – наурыз", "Февраль – март 1917", "February – March 1917"),
         ("Патша тақтан түседі, тылға алынғандар елге қайта бастайды",
          "Царь отрекается, рабочие тыла начинают возвращаться домой",
          "The Tsar falls, and the labourers begin to come home")),
    ]
    top = 84
    for number, (colour, when, what) in enumerate(steps):
        y = top + number * 106
        s.rect(32, y, 736, 84, FILL[colour], radius=10)
        s.rect(32, y, 8, 84, colour, radius=4)
        s.words(60, y + 42, when, size=21, weight=700, width=210, centred=True)
        s.words(290, y + 42, what, size=21, width=460, centred=True)
        if number:
            s.arrow([(68, y - 22), (68, y - 2)], MUTED)
    s.save(out / "rising-1916.svg")


def dual_power(out):
    s = Sheet(800, 770)
    s.title(("Қос өкімет, 1917 жылғы наурыз – қазан", "Двоевластие, март – октябрь 1917", "Dual power, March to October 1917"))
    left, right, middle = 32, 544, 288
    s.rect(left, 78, 224, 580, FILL[AMBER], radius=12)
    s.rect(right, 78, 224, 580, FILL[RED], radius=12)
    s.words(left + 112, 120, ("Уақытша үкімет", "Временное правительство", "Provisional Government"), weight=700, anchor="middle", width=206, centred=True)
    s.words(right + 112, 120, ("Кеңестер", "Советы", "Soviets"), weight=700, anchor="middle", width=206, centred=True)
    rows = [
        (("Петроград", "Петроград", "Petrograd"),
         ("министрлер", "министры", "ministers"),
         ("Петроград Кеңесі", "Петроградский Совет", "Petrograd soviet")),
        (("Облыс", "Область", "Oblast"),
         ("комиссар мен атқару комитеті", "комиссар и исполком", "commissar and executive committee"),
         ("жұмысшы және солдат Кеңесі", "Совет рабочих и солдат", "soviet of workers and soldiers")),
        (("Уезд", "Уезд", "Uezd"),
         ("комиссар, уездік комитет", "комиссар, уездный комитет", "commissar, uezd committee"),
         ("теміржол мен гарнизон Кеңестері", "Советы станций и гарнизонов", "soviets of railway towns and garrisons")),
        (("Болыс, ауыл", "Волость, аул", "Volost, aul"),
         ("көбіне бұрынғы болыс пен старшын", "чаще прежние волостной и старшина", "mostly the old volost head and elder"),
         ("жазға қарай шаруа Кеңестері", "к лету крестьянские Советы", "peasant soviets by summer")),
    ]
    for number, (level, mine, theirs) in enumerate(rows):
        y = 162 + number * 122
        s.rect(left + 12, y, 200, 108, PAPER, AMBER)
        s.rect(right + 12, y, 200, 108, PAPER, RED)
        s.words(left + 112, y + 54, mine, size=20, anchor="middle", width=188, centred=True)
        s.words(right + 112, y + 54, theirs, size=20, anchor="middle", width=188, centred=True)
        s.words(400, y + 42, level, size=21, weight=500, colour=MUTED, anchor="middle", width=200)
        s.path(f"M{left + 226} {y + 54} L{right - 2} {y + 54}", stroke=LINE, width=2, dash="5 6")
    s.words(400, 704, ("Қағаздағы билік – комитетте, күш – Кеңесте", "Власть на бумаге у комитета, сила у Совета", "Authority on paper with the committee, strength with the soviet"), size=22, weight=500, anchor="middle", width=736)
    s.words(400, 740, ("Екеуі де жалғыз билей алмады", "Ни один не мог править сам", "Neither could rule alone"), size=21, colour=MUTED, anchor="middle", width=736)
    s.save(out / "dual-power.svg")


def parties(out):
    s = Sheet(800, 856)
    s.title(("Партиялар мен ұйымдар: кім нені қалады?", "Партии и движения: кто чего хотел?", "Parties and movements: who wanted what?"))
    s.words(336, 92, ("бүкіл билік – Кеңестерге", "вся власть Советам", "all power to the soviets"), size=19, weight=500, colour=RED, width=220)
    s.words(768, 92, ("заң мен біртіндеп реформа", "закон и постепенная реформа", "law and slow reform"), size=19, weight=500, colour=BLUE, anchor="end", width=210)
    rows = [
        (RED, 0.03, ("Большевиктер", "Большевики", "Bolsheviks"), ("бейбітшілік, Кеңес билігі, жер шаруаға", "мир, власть Советов, земля крестьянам", "peace, soviet rule, land to the peasants")),
        (RED, 0.16, ("«Үш жүз»", "«Уш Жуз»", "Ush Zhuz"), ("социалистік қазақ партиясы; 1918 жылғы қаңтардан большевиктермен бірге", "казахские социалисты; с января 1918 с большевиками", "Kazakh socialists; with the Bolsheviks from January 1918")),
        (AMBER, 0.40, ("Эсерлер", "Эсеры", "SRs"), ("жерді шаруаға бөлу, Құрылтай жиналысы", "раздел земли, Учредительное собрание", "land shared out, a Constituent Assembly")),
        (ROSE, 0.50, ("Меньшевиктер", "Меньшевики", "Mensheviks"), ("жұмысшы құқығы, демократия арқылы социализм", "права рабочих, социализм через демократию", "workers’ rights, socialism through democracy")),
        (GREEN, 0.66, ("«Алаш»", "«Алаш»", "Alash"), ("федерациядағы қазақ автономиясы, қоныс аударуды тоқтату", "казахская автономия в федерации, конец переселению", "Kazakh autonomy in a federation, an end to resettlement")),
        (VIOLET, 0.74, ("«Шура-и-Ислам»", "«Шура-и-Ислам»", "Shura-i-Islam"), ("Түркістан мұсылмандарының автономиясы", "автономия мусульман Туркестана", "autonomy for the Muslims of Turkestan")),
        (BLUE, 0.86, ("Кадеттер", "Кадеты", "Kadets"), ("біртұтас құқықтық мемлекет, жерді сатып алу", "единое правовое государство, выкуп земли", "one state under law, land bought out")),
        (BLUE, 0.95, ("Казак әскерлері", "Казачьи войска", "Cossack hosts"), ("әскер жері мен өзін-өзі басқару", "войсковая земля и самоуправление", "host lands and self-rule")),
    ]
    for number, (colour, place, name, aim) in enumerate(rows):
        y = 146 + number * 82
        if number % 2 == 0:
            s.rect(20, y - 4, 760, 82, "#FAF5EA", radius=8)
        s.words(32, y + 30, name, size=21, weight=700, width=280)
        s.path(f"M336 {y + 22} L768 {y + 22}", stroke=LINE, width=3)
        s.circle(336 + 432 * place, y + 22, 10, colour, PAPER, 3)
        s.words(32, y + 60, aim, size=19, colour=MUTED, width=736)
    s.words(32, 828, ("Осьтегі орындар шамамен берілді: әр партияның ішінде де дау болды.", "Места на оси приблизительны: спорили и внутри партий.", "Places on the line are approximate: there were quarrels within each party too."), size=19, colour=MUTED, width=736)
    s.save(out / "parties.svg")


def ten_points(out):
    s = Sheet(800, 870)
    s.title(("«Алаш» бағдарламасының он тармағы", "Десять пунктов программы «Алаш»", "The ten points of the Alash programme"))
    points = [
        (("Мемлекет қалпы", "Устройство государства", "State"), ("демократиялық федеративтік республика", "демократическая федеративная республика", "a democratic federal republic")),
        (("Жергілікті бостандық", "Местная свобода", "Local freedom"), ("қазақ облыстары – бір автономия", "казахские области – одна автономия", "one autonomy for the Kazakh oblasts")),
        (("Негізгі құқық", "Основные права", "Basic rights"), ("дін, тек, жынысқа қарамай тең құқық", "равенство без различия веры, рода, пола", "equality whatever faith, origin or sex")),
        (("Дін ісі", "Религия", "Religion"), ("дін мемлекеттен бөлек, қазақтың өз мүфтияты", "вера отделена, свой муфтият", "faith apart from the state, a muftiate of their own")),
        (("Билік һәм сот", "Власть и суд", "Courts"), ("сот елдің тілі мен тұрмысына сай", "суд на языке и по обычаю народа", "courts in the people’s language")),
        (("Ел қорғау", "Защита страны", "Defence"), ("атты милиция", "служба в конной милиции", "service in a mounted militia")),
        (("Салық", "Налоги", "Taxes"), ("байға көп, кедейге аз", "с богатых больше, с бедных меньше", "more from the rich, less from the poor")),
        (("Жұмысшылар", "Рабочие", "Workers"), ("еңбек заңмен қорғалады", "труд под защитой закона", "labour protected by law")),
        (("Ғылым-білім", "Просвещение", "Education"), ("тегін мектеп, ана тілінде оқыту", "бесплатная школа на родном языке", "free schools in the mother tongue")),
        (("Жер мәселесі", "Земля", "Land"), ("жер алдымен жергілікті халыққа", "земля прежде всего местным жителям", "land first to those who live on it")),
    ]
    colours = [TEAL, GREEN, BLUE, VIOLET, ROSE, RED, AMBER, GREY, TEAL, GREEN]
    for number, ((head, text), colour) in enumerate(zip(points, colours)):
        x = 32 + (number % 2) * 376
        y = 84 + (number // 2) * 154
        s.rect(x, y, 360, 138, FILL[colour], radius=12)
        s.circle(x + 38, y + 40, 22, colour)
        s.words(x + 38, y + 48, str(number + 1), size=23, weight=700, colour="#FFFFFF", anchor="middle")
        s.words(x + 74, y + 48, head, size=22, weight=700, width=276)
        s.words(x + 20, y + 92, text, size=20, width=324)
    s.save(out / "ten-points.svg")


def institutions(out):
    s = Sheet(800, 930)
    s.title(("Комитеттерден республикаға дейін", "От комитетов до республики", "From the committees to a republic"))
    s.words(204, 96, ("Қазақ ұлттық мекемелері", "Казахские учреждения", "Kazakh institutions"), size=20, weight=700, colour=GREEN, anchor="middle", width=340)
    s.words(596, 96, ("Кеңес мекемелері", "Советские учреждения", "Soviet institutions"), size=20, weight=700, colour=RED, anchor="middle", width=340)
    left = [
        (("1917 ж. көктем", "весна 1917", "spring 1917"), ("Қазақ комитеттері", "Казахские комитеты", "Kazakh committees")),
        (("1917 ж. сәуір – мамыр", "апрель – май 1917", "April – May 1917"), ("Облыстық қазақ съездері", "Областные казахские съезды", "Oblast Kazakh congresses")),
        (("1917 ж. 21–26 шілде (3–8 тамыз)", "21–26 июля (3–8 августа) 1917", "21–26 July (3–8 August) 1917"), ("Бірінші жалпықазақ съезі, «Алаш» партиясы", "Первый всеказахский съезд, партия «Алаш»", "First All-Kazakh Congress, the Alash party")),
        (("1917 ж. 5–13 (18–26) желтоқсан", "5–13 (18–26) декабря 1917", "5–13 (18–26) December 1917"), ("Екінші съезд: Алашорда үкіметі", "Второй съезд: правительство Алаш-Орды", "Second congress: the Alash Orda government")),
        (("1918 ж.", "1918", "1918"), ("Батыс, Шығыс бөлімдері, Торғай тобы", "Отделения: запад, восток, Тургай", "Branches: west, east, Turgai")),
        (("1920 ж. 5 наурыз", "5 марта 1920", "5 March 1920"), ("Батыс бөлім таратылды", "Западное отделение распущено", "The western branch is dissolved")),
    ]
    right = [
        (("1917 ж. наурыздан", "с марта 1917", "from March 1917"), ("Жұмысшы және солдат Кеңестері", "Советы рабочих и солдат", "Soviets of workers and soldiers")),
        (("1917 ж. қараша – 1918 ж. көктем", "ноябрь 1917 – весна 1918", "November 1917 – spring 1918"), ("Қалаларда Кеңес билігі", "Советская власть в городах", "Soviet power in the towns")),
        (("1918 ж. 30 сәуір", "30 апреля 1918", "30 April 1918"), ("Түркістан АССР-і", "Туркестанская АССР", "Turkestan ASSR")),
        (("1919 ж. 10 шілде", "10 июля 1919", "10 July 1919"), ("Қазревком", "Казревком", "Kazrevkom")),
        (("1920 ж. 26 тамыз", "26 августа 1920", "26 August 1920"), ("Қырғыз (Қазақ) АССР-і туралы декрет", "Декрет о Киргизской (Казахской) АССР", "Decree on the Kirghiz (Kazakh) ASSR")),
        (("1920 ж. 4–12 қазан", "4–12 октября 1920", "4–12 October 1920"), ("Кеңестердің құрылтай съезі", "Учредительный съезд Советов", "Founding congress of soviets")),
    ]
    for x, colour, boxes in ((32, GREEN, left), (424, RED, right)):
        for number, (when, what) in enumerate(boxes):
            y = 118 + number * 128
            s.rect(x, y, 344, 104, FILL[colour], radius=10)
            s.words(x + 18, y + 32, when, size=18, weight=500, colour=MUTED, width=316)
            s.words(x + 18, y + 62, what, size=20, weight=700, width=316)
            if number:
                s.arrow([(x + 172, y - 22), (x + 172, y - 2)], colour)
    # Amnesty: from the branches over to Kazrevkom.
    s.arrow([(376, 118 + 4 * 128 + 30), (400, 118 + 4 * 128 + 30), (400, 118 + 3 * 128 + 80), (422, 118 + 3 * 128 + 80)], INK, dash="6 5")
    s.words(32, 908, ("Үзік сызық: 1919 жылғы кешірімнен кейін алашордашылар Кеңес жағына өте бастады.", "Пунктир: после амнистии 1919 года алашевцы стали переходить к Советам.", "Dashed: after the amnesty of 1919 men of Alash began to go over to the soviets."), size=18, colour=MUTED, width=744)
    s.save(out / "institutions.svg")


def alliances(out):
    s = Sheet(800, 640)
    s.title(("Кім кіммен, қашан одақтасты?", "Кто с кем и когда был в союзе?", "Who stood with whom, and when?"))
    x0, x1 = 222, 776
    months = 27  # January 1918 to March 1920

    def at(year, month):
        return x0 + (x1 - x0) * ((year - 1918) * 12 + month - 1) / months

    for number, (year, month) in enumerate(((1918, 1), (1918, 7), (1919, 1), (1919, 7), (1920, 1))):
        x = at(year, month)
        s.path(f"M{x:.1f} 112 L{x:.1f} 548", stroke=LINE, width=1.5)
        label = ((f"{year}",) * 3) if month == 1 else ("шілде", "июль", "July")
        s.words(x + 4, 104, label, size=18, weight=700 if month == 1 else 400, colour=INK if month == 1 else MUTED, width=110)
    rows = [
        (("«Үш жүз»", "«Уш Жуз»", "Ush Zhuz"), [((1918, 1), (1918, 6), RED, False)]),
        (("Алашорда, шығыс", "Алаш-Орда, восток", "Alash Orda, east"), [((1918, 3), (1918, 5), RED, True), ((1918, 6), (1918, 11.6), BLUE, False), ((1918, 11.6), (1919, 12), BLUE, True)]),
        (("Алашорда, батыс", "Алаш-Орда, запад", "Alash Orda, west"), [((1918, 3), (1918, 5), RED, True), ((1918, 7), (1919, 12), BLUE, False), ((1919, 12), (1920, 3.2), RED, False)]),
        (("Торғай тобы", "Тургайская группа", "Turgai group"), [((1918, 9), (1919, 3), BLUE, False), ((1919, 3), (1919, 4.7), RED, True)]),
    ]
    for number, (name, bars) in enumerate(rows):
        y = 128 + number * 106
        s.rect(24, y, 752, 84, "#FAF5EA", radius=8)
        s.words(36, y + 42, name, size=20, weight=700, width=178, centred=True)
        for (y0, m0), (y1, m1), colour, soft in bars:
            a, b = at(y0, m0), at(y1, m1)
            if soft:
                s.rect(a + 1.5, y + 24, b - a - 3, 36, FILL[colour], colour, 2, 6, "6 5")
            else:
                s.rect(a, y + 24, b - a, 36, colour, radius=6)
    keys = [
        (32, 566, RED, False, ("Кеңестермен бірге", "вместе с Советами", "with the soviets")),
        (32, 600, RED, True, ("келіссөз немесе бір бөлігі ғана", "переговоры или лишь часть", "talks, or only some of them")),
        (416, 566, BLUE, False, ("ақтармен, Комуч не Сібір үкіметімен", "с белыми, Комучем, Сибирью", "with Whites, Komuch, Siberia")),
        (416, 600, BLUE, True, ("Колчак тұсында, мойындалмай", "при Колчаке, без признания", "under Kolchak, unrecognised")),
    ]
    for x, y, colour, soft, text in keys:
        s.rect(x, y, 34, 20, FILL[colour] if soft else colour, colour, 2, 4, "6 5" if soft else None)
        s.words(x + 46, y + 17, text, size=18, width=330)
    s.save(out / "alliances.svg")


def calendar(out):
    s = Sheet(800, 470)
    s.title(("Он үш күн қайда кетті?", "Куда делись тринадцать дней?", "Where did thirteen days go?"))
    s.words(32, 96, ("Ескі стиль (Юлиан)", "Старый стиль (юлианский)", "Old Style (Julian)"), size=20, weight=700, colour=AMBER, width=400)
    s.words(32, 222, ("Жаңа стиль (Григориан)", "Новый стиль (григорианский)", "New Style (Gregorian)"), size=20, weight=700, colour=TEAL, width=400)
    w, gap = 96, 10
    january, february = ("қаңтар", "января", "January"), ("ақпан", "февраля", "February")
    for number, day in enumerate((28, 29, 30, 31)):
        x = 32 + number * (w + gap)
        tile(s, x, 112, w, day, january, AMBER)
    for number, day in enumerate((10, 11, 12, 13, 14, 15, 16)):
        x = 32 + number * (w + gap)
        if number < 7:
            tile(s, x, 238, w, day, february, TEAL, bold=number >= 4)
    x31 = 32 + 3 * (w + gap) + w
    x14 = 32 + 4 * (w + gap)
    s.arrow([(x31 + 6, 148), (x14 + w / 2, 148), (x14 + w / 2, 232)], INK, 3, head=12)
    s.words(x14 + w / 2 + 22, 140, ("1918 жылғы 31 қаңтардан кейін бірден 14 ақпан келді", "После 31 января 1918 года сразу наступило 14 февраля", "After 31 January 1918 came 14 February at once"), size=19, width=240)
    s.rect(32, 346, 736, 96, FILL[TEAL], radius=10)
    s.words(52, 384, ("Сондықтан 1917 жылғы 25 қазан мен 7 қараша – бір күн.", "Поэтому 25 октября и 7 ноября 1917 года – один и тот же день.", "So 25 October and 7 November 1917 are one and the same day."), size=21, weight=500, width=700)
    s.words(52, 418, ("Ескі стильге 13 күн қосылады.", "К старому стилю прибавляют 13 дней.", "Add 13 days to the Old Style."), size=20, width=700)
    s.save(out / "calendar.svg")


def tile(s, x, y, w, day, month, colour, bold=False):
    s.rect(x, y, w, 76, FILL[colour] if not bold else colour, colour, 1.5, 8)
    ink = "#FFFFFF" if bold else INK
    s.words(x + w / 2, y + 38, str(day), size=28, weight=700, colour=ink, anchor="middle")
    s.words(x + w / 2, y + 63, month, size=18, colour=ink, anchor="middle", width=w - 6)


def division(out):
    s = Sheet(800, 620)
    s.title(("Облыс, уезд, болыс, ауыл", "Область, уезд, волость, аул", "Oblast, uezd, volost, aul"))
    levels = [
        (TEAL, ("Облыс", "Область", "Oblast"), ("1917 жылы губернатор орнына комиссар", "вместо губернатора в 1917 году комиссар", "in 1917 a commissar in place of the governor"), ("мысалы: Торғай облысы", "например: Тургайская область", "such as Turgai oblast")),
        (BLUE, ("Уезд", "Уезд", "Uezd"), ("облыстың бөлігі, уездік комитет басқарады", "часть области под уездным комитетом", "a part of the oblast under its own committee"), ("Қостанай, Ақтөбе, Ырғыз, Торғай уездері", "Кустанай, Актюбинск, Иргиз, Тургай", "Kustanai, Aktyubinsk, Irgiz, Turgai")),
        (AMBER, ("Болыс", "Волость", "Volost"), ("бірнеше ауыл, сайланған болыс басқарады", "несколько аулов во главе с волостным", "several auls under an elected head"), None),
        (RED, ("Ауыл", "Аул", "Aul"), ("туыс отбасылар, басында старшын", "родственные семьи и старшина", "kindred families and their elder"), None),
    ]
    for number, (colour, name, what, example) in enumerate(levels):
        inset = number * 40
        y = 82 + number * 104
        s.rect(32 + inset, y, 736 - inset * 2, 506 - number * 128, FILL[colour], colour, 2, 14)
        s.words(56 + inset, y + 38, name, size=24, weight=700, face="sans", colour=colour, width=200)
        s.words(200 + inset, y + 36, what, size=19, width=736 - inset * 2 - 190)
        if example:
            s.words(200 + inset, y + 62 + (24 if number == 1 else 0), example, size=18, colour=MUTED, width=736 - inset * 2 - 190)
    s.save(out / "division.svg")


PICTURES = [cover, rising_1916, dual_power, parties, ten_points, institutions, alliances, calendar,
            division, maps.branches, maps.four_days]


def main():
    out = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)
    for picture in PICTURES:
        picture(out)


if __name__ == "__main__":
    main()
