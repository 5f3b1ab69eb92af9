timeline-day = Көрсетілген күн
timeline-overview = Бүкіл уақытқа шолу
lane-politics = Саясат пен заң
lane-congresses = Съездер, партиялар
lane-soviets = Кеңестер
lane-war = Соғыс
lane-society = Қоғам
date-unknown = белгісіз
