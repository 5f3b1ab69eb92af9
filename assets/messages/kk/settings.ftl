# The page of settings.
settings-sample = 1917 жылғы желтоқсанда Орынборда бүкіл қазақ-қырғыз съезі Алашорда үкіметін сайлады.
settings-language = Тіл
settings-theme = Тақырып
settings-text-size = Мәтін өлшемі
settings-scale = Бүкіл масштаб
settings-motion = Қозғалысты азайту
settings-map = Карта
theme-light = Жарық
theme-sepia = Сепия
theme-dark = Қараңғы
theme-contrast = Жоғары контраст
theme-system = Жүйедегідей
