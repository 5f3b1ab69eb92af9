timeline-day = Day shown
timeline-overview = Overview of all time
lane-politics = Politics and law
lane-congresses = Congresses, parties
lane-soviets = Soviets
lane-war = War
lane-society = Society
date-unknown = unknown
timeline-old-style = Old Style
timeline-new-style = New Style
timeline-speed = { $n ->
    [one] { $n } day a second
   *[other] { $n } days a second
}
timeline-crowd = { $n ->
    [one] { $n } more event
   *[other] { $n } more events
}
timeline-handful = Events at this spot
timeline-held-first = First day held
timeline-held-last = Last day held
timeline-window-first = Left edge of the window
timeline-window-last = Right edge of the window
typed-example = 11 June 1918
typed-empty = Type a day, such as 11 June 1918, 1918-06-11 or 24 October 1917 O.S.
typed-word = “{ $word }” is not understood. Try 11 June 1918 or 24 October 1917 O.S.
typed-month = There is no month “{ $month }”: months run from 1 to 12.
typed-day = There is no day { $day }: this month has { $days }.
typed-year = “{ $year }” is not understood as a year.
typed-outside = The pack covers these days: { $first } – { $last }.
unit-day = Day
unit-week = Week
unit-month = Month
unit-year = Year
