"""The rules that turn forms of time expressions into days, by the name their form gives."""

from dateline.extract import (
    time_dates,
    time_months,
    time_periods,
    time_relative,
    time_weekdays,
)
from dateline.extract.time_found import Rule

RULES: dict[str, Rule] = {
    **time_dates.RULES,
    **time_weekdays.RULES,
    **time_months.RULES,
    **time_periods.RULES,
    **time_relative.RULES,
}
