"""How a figure is read back in German."""

APPROXIMATIONS = {
    "exact": "{}", "about": "etwa {}", "at_least": "mindestens {}", "more_than": "mehr als {}",
    "at_most": "höchstens {}", "less_than": "weniger als {}", "between": "{}",
}  # fmt: skip
BETWEEN = "zwischen {low} und {high}"
UNITS = {"percent": "{} Prozent", "percentage_point": "{} Prozentpunkte", "person": "{}", "degree_celsius": "{} °C"}
