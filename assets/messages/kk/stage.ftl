# Lessons, presenting, kiosk.
