timeline-day = Показанный день
timeline-overview = Обзор всего времени
lane-politics = Политика и право
lane-congresses = Съезды, партии
lane-soviets = Советы
lane-war = Война
lane-society = Общество
date-unknown = неизвестно
