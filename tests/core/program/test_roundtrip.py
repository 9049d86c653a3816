"""Any program that can be written down can be read again."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from core.program.loading import load
from core.program.schema import Program
from tests.core.program.random_programs import programs, written


@given(programs())
@settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
def test_any_valid_program_is_read_written_and_read_the_same(data: dict[str, Any]) -> None:
    """Nothing is lost or rounded on the way."""
    program = load(written(data))
    context = {"currency": program.currency} if program.unit == "money" else {}
    dumped = program.model_dump(mode="json", by_alias=True, exclude_none=True, context=context)

    assert load(written(dumped)) == program
    assert Program.model_validate(dumped, context=context) == program
