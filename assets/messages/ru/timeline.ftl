timeline-day = Показанный день
timeline-overview = Обзор всего времени
lane-politics = Политика и право
lane-congresses = Съезды, партии
lane-soviets = Советы
lane-war = Война
lane-society = Общество
date-unknown = неизвестно
timeline-old-style = ст. стиль
timeline-new-style = новый стиль
timeline-speed = { $n ->
    [one] { $n } день в секунду
    [few] { $n } дня в секунду
   *[many] { $n } дней в секунду
}
timeline-crowd = { $n ->
    [one] ещё { $n } событие
    [few] ещё { $n } события
   *[many] ещё { $n } событий
}
timeline-handful = События в этом месте
timeline-held-first = Начало удержанного промежутка
timeline-held-last = Конец удержанного промежутка
timeline-window-first = Левый край окна
timeline-window-last = Правый край окна
typed-example = 11 июня 1918
typed-empty = Введите день, например: 11 июня 1918; 1918-06-11; 24 октября 1917 ст. ст.
typed-word = Непонятно: «{ $word }». Например: 11 июня 1918; 24 октября 1917 ст. ст.
typed-month = Месяца «{ $month }» нет: месяцы от 1 до 12.
typed-day = Дня { $day } нет: в этом месяце дней – { $days }.
typed-year = Год «{ $year }» не распознан.
typed-outside = Пакет охватывает дни: { $first } – { $last }.
unit-day = День
unit-week = Неделя
unit-month = Месяц
unit-year = Год
