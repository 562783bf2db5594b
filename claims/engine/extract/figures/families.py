"""What kind of thing a unit measures: a length, a speed, a stretch of time."""

from types import ModuleType

from claims.engine.extract.figures.amounts import Amount, Form


def family(amount: Amount, table: ModuleType) -> str:
    """ "money", "share", "count", or for a unit of measure its kind ("length", "speed"), "" where it has none.

    table: the units of the language.
    """
    if amount.form is not Form.MEASURE:
        return _OF_FORMS[amount.form]
    head, _, per = amount.unit.partition("_per_")
    if head in table.LENGTHS and per in table.SPEED_TIMES:
        return "speed"
    if per:
        return "rate"
    return next((name for name, units in table.FAMILIES.items() if amount.unit in units), "")


_OF_FORMS = {
    Form.COUNT: "count",
    Form.ZERO: "count",
    Form.MONEY: "money",
    Form.SHARE: "share",
    Form.RATIO: "share",
    Form.MULTIPLE: "times",
}
