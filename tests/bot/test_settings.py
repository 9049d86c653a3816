"""The settings: names of the contract, one sentence for each that is wrong."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsInvalid, read_settings, unknown_settings

CONTRACT = """
PROGRAM DATABASE_URL HOST PORT PUBLIC_URL TELEGRAM_TOKEN TELEGRAM_LIBRARY TELEGRAM_API_URL
TELEGRAM_WEBHOOK_SECRET TWILIO_ACCOUNT_SID TWILIO_AUTH_TOKEN TWILIO_FROM TWILIO_API_URL OWNERS
API_KEYS SHOPIFY_SECRET WOOCOMMERCE_SECRET BIGCOMMERCE_SECRET EVENTS_SECRET SHOPIFY_API_URL
SHOPIFY_API_TOKEN WOOCOMMERCE_API_URL WOOCOMMERCE_API_KEY WOOCOMMERCE_API_SECRET
BIGCOMMERCE_API_URL BIGCOMMERCE_API_TOKEN LOG_LEVEL LOG_FORMAT
SMS_COUNTRIES SMS_DAILY_LIMIT_PARTS SMS_PARTS_PER_SECOND BACKUP_DAYS API_CALLS_PER_MINUTE
OUTBOUND_URLS OUTBOUND_SECRET
KEEP_DEAD_LETTERS KEEP_MESSAGES KEEP_FEEDBACK KEEP_CARTS KEEP_RECEIPTS KEEP_CONSENT_PROOF
"""


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings but the test's own."""
    monkeypatch.chdir(tmp_path)
    for name in CONTRACT.split():
        monkeypatch.delenv(f"LOYALTY_{name}", raising=False)


def put(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    """Set some."""
    for name, value in values.items():
        monkeypatch.setenv(f"LOYALTY_{name}", value)


def problems() -> tuple[str, ...]:
    """What is wrong with what is set."""
    with pytest.raises(SettingsInvalid) as caught:
        read_settings()
    assert caught.value.__cause__ is None
    return caught.value.problems


def test_every_setting_of_the_contract_is_there() -> None:
    assert {name.lower() for name in CONTRACT.split()} == Settings.model_fields.keys()


def test_nothing_set_is_the_sandbox() -> None:
    settings = read_settings()

    assert settings.sandbox
    assert not settings.webhook_mode
    assert settings.database_url.get_secret_value() == "sqlite:///loyalty.db"
    assert (settings.program, settings.host, settings.port) == ("starter", "127.0.0.1", 8080)


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("LOYALTY_PORT=1\nLOYALTY_HOST=::1\nOTHER=x\nLOYALTY_NEW=y\n")
    put(monkeypatch, PORT="2", NEWER="z")

    assert (read_settings().host, read_settings().port) == ("::1", 2)


def test_empty_means_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, TELEGRAM_TOKEN="", OWNERS="", PORT="", API_KEYS=" , ")

    assert read_settings().sandbox
    assert (read_settings().owners, read_settings().api_keys) == ((), ())


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, OWNERS=" 17, 4242,", API_KEYS="new, old", EVENTS_SECRET="whsec_YWJj")

    settings = read_settings()

    assert settings.owners == (17, 4242)
    assert [key.get_secret_value() for key in settings.api_keys] == ["new", "old"]
    assert [key.get_secret_value() for key in settings.events_secret] == ["whsec_YWJj"]


def test_countries_are_written_as_one_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, SMS_COUNTRIES="ua, PL")

    assert read_settings().sms_countries == ("UA", "PL")


def test_urls_lose_their_last_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, PUBLIC_URL="https://shop.example/bot/", TELEGRAM_API_URL="http://[::1]:8090/")

    settings = read_settings()

    assert settings.public_url == "https://shop.example/bot"
    assert settings.telegram_api_url == "http://[::1]:8090"


def test_a_public_url_makes_webhook_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    put(
        monkeypatch, TELEGRAM_TOKEN="42:TEST", TELEGRAM_WEBHOOK_SECRET="s", PUBLIC_URL="https://x.y"
    )

    assert read_settings().webhook_mode
    assert not read_settings().sandbox


def test_webhook_mode_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, TELEGRAM_TOKEN="42:TEST", PUBLIC_URL="https://shop.example")

    [problem] = problems()

    assert problem.startswith("LOYALTY_TELEGRAM_WEBHOOK_SECRET must be set")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PUBLIC_URL", "shop.example"),
        ("PUBLIC_URL", "ftp://shop.example"),
        ("PUBLIC_URL", "https://"),
        ("TELEGRAM_LIBRARY", "telethon"),
        ("TELEGRAM_API_URL", "localhost:8090"),
        ("OWNERS", "17,@ann"),
        ("OWNERS", "-17"),
        ("DATABASE_URL", "mysql://localhost"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "postgresql://ann:hush@[db/loyalty"),
        ("SMS_COUNTRIES", "UA,Poland"),
        ("SMS_DAILY_LIMIT_PARTS", "-1"),
        ("SMS_DAILY_LIMIT_PARTS", "many"),
        ("SMS_PARTS_PER_SECOND", "0"),
        ("SMS_PARTS_PER_SECOND", "fast"),
        ("LOG_LEVEL", "loud"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_wrong_value_is_one_sentence_naming_the_setting(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    put(monkeypatch, **{name: value})

    [problem] = problems()

    assert problem.startswith(f"LOYALTY_{name}: ")
    assert problem.endswith(".")
    assert "\n" not in problem


@pytest.mark.parametrize("name", ["TELEGRAM_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "DATABASE_URL"])
def test_a_secret_is_never_shown(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    put(monkeypatch, **{name: "hush hush"})

    assert "hush" not in "".join(problems())


def test_a_right_secret_is_not_shown_either(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, TELEGRAM_TOKEN="42:hush", API_KEYS="hush", DATABASE_URL="postgresql://hush")

    assert "hush" not in repr(read_settings())


def test_every_problem_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, PORT="x", OWNERS="x", LOG_LEVEL="x")

    assert len(problems()) == 3


def test_a_file_in_another_encoding_is_one_sentence() -> None:
    Path(".env").write_bytes(b"LOYALTY_PROGRAM=\xff")

    assert problems() == (".env: the file is not UTF-8 text.",)


def test_a_line_of_the_file_that_says_nothing_is_one_sentence() -> None:
    Path(".env").write_text('LOYALTY_HOST=::1\n\nLOYALTY_PROGRAM="starter\nLOYALTY_PORT=1\n')

    assert problems() == (".env, line 3: write NAME=value, and close what is quoted.",)


def test_a_mistyped_name_is_told_with_what_was_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("LOYALTY_TELEGRAM_TOKN=x\nOTHER=x\n")
    put(monkeypatch, ZZZ="1", PORT="80")

    assert unknown_settings() == [
        "Unknown setting LOYALTY_TELEGRAM_TOKN: did you mean LOYALTY_TELEGRAM_TOKEN?",
        "Unknown setting LOYALTY_ZZZ, which means nothing.",
    ]


def test_days_are_days(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, BACKUP_DAYS="0", KEEP_MESSAGES="90", KEEP_FEEDBACK="4000")

    assert problems() == (
        "LOYALTY_BACKUP_DAYS: it must be a whole number of days from 1 to 3650.",
        "LOYALTY_KEEP_MESSAGES: it must be a whole number of days from 400 to 3650.",
        "LOYALTY_KEEP_FEEDBACK: it must be a whole number of days from 1 to 3650.",
    )


def test_a_secret_for_events_is_base64(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, EVENTS_SECRET="whsec_YWJj, my secret")

    [problem] = problems()

    assert problem.startswith("LOYALTY_EVENTS_SECRET: it must be whsec_ and base64")


def test_a_key_of_the_api_with_a_colon_is_name_scopes_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(monkeypatch, API_KEYS="bare, till-3:til:hush")

    [problem] = problems()
    assert problem.startswith("LOYALTY_API_KEYS: the key till-3 has no scope 'til'")
    assert "hush" not in problem


def test_who_is_told_needs_a_secret_and_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, OUTBOUND_URLS="https://crm.example/hook?shop=1")
    assert "LOYALTY_OUTBOUND_SECRET must be set" in problems()[0]

    put(monkeypatch, OUTBOUND_URLS="ftp://crm.example, https://user:hush@crm.example")
    assert problems()[0].startswith("LOYALTY_OUTBOUND_URLS: each must be a URL")
