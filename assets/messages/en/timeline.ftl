timeline-day = Day shown
timeline-overview = Overview of all time
lane-politics = Politics and law
lane-congresses = Congresses, parties
lane-soviets = Soviets
lane-war = War
lane-society = Society
date-unknown = unknown
