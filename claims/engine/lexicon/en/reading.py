"""How a figure is read back to the checker."""

APPROXIMATIONS = {
    "exact": "{}", "about": "about {}", "at_least": "at least {}", "more_than": "more than {}",
    "at_most": "at most {}",
    "less_than": "less than {}", "between": "{}",
}  # fmt: skip
BETWEEN = "between {low} and {high}"
UNITS = {"percent": "{} per cent", "percentage_point": "{} percentage points", "basis_point": "{} basis "
"points", "times": "{} times",
         "person": "{}", "degree_celsius": "{} °C", "degree_fahrenheit": "{} °F"}  # fmt: skip
