# The page of settings.
settings-sample = In December 1917 the all-Kazakh congress in Orenburg elected the government of Alash Orda.
settings-language = Language
settings-theme = Theme
settings-text-size = Text size
settings-scale = Scale of everything
settings-motion = Reduce motion
settings-map = Map
theme-light = Light
theme-sepia = Sepia
theme-dark = Dark
theme-contrast = High contrast
theme-system = As the system
