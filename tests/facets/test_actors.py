import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scaling import growth
from workbench.facets.actors.actors import main_action, read_actors
from workbench.facets.types import Role
from workbench.language.packs import load

AGENT, PATIENT = Role.AGENT, Role.PATIENT


def roles(text: str, code: str) -> dict[str, Role]:
    actors = read_actors(text, load(code))
    return {actor.name: actor.role for actor in actors if actor.role is not Role.MENTIONED}


@pytest.mark.parametrize(
    "text",
    [
        "Iran attacked Iraq",
        "Iran has attacked Iraq",
        "Iraq was attacked by Iran",
        "Iran's attack on Iraq killed 5 people",
        "Officials said Iran attacked Iraq",
        "Iran, which Israel had threatened, attacked Iraq",
        "Tehran attacked Baghdad",
    ],
)
def test_who_attacks_whom_in_english(text: str) -> None:
    assert roles(text, "en") == {"IR": AGENT, "IQ": PATIENT}


@pytest.mark.parametrize(
    "text",
    [
        "هاجمت إيران العراق",
        "إيران هاجمت العراق",
        "إيران تهاجم العراق",
        "شنت إيران هجوماً على العراق",
        "هجوم إيران على العراق",
        "هجوم إيراني على العراق",
        "تعرض العراق لهجوم من إيران",
        "قال مسؤولون إن إيران هاجمت العراق",
    ],
)
def test_who_attacks_whom_in_arabic(text: str) -> None:
    assert roles(text, "ar") == {"IR": AGENT, "IQ": PATIENT}


@pytest.mark.parametrize(
    ("code", "text"), [("en", "Iraq attacked Iran"), ("ar", "هاجم العراق إيران")]
)
def test_the_other_way_round_is_another_thing(code: str, text: str) -> None:
    assert roles(text, code) == {"IQ": AGENT, "IR": PATIENT}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The killing of Qassem Soleimani by US forces"),
        ("en", "Qassem Soleimani was killed by US forces"),
        ("en", "US forces killed Qassem Soleimani"),
        ("ar", "مقتل قاسم سليماني على يد القوات الأميركية"),
        ("ar", "قتلت القوات الأميركية قاسم سليماني"),
    ],
)
def test_the_killed_is_the_patient_however_it_is_said(code: str, text: str) -> None:
    assert roles(text, code) == {"military (US)": AGENT, "Qassem Soleimani": PATIENT}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("دعم البنك العقاري المشروع", "البنك العقاري"),
        ("رفض الحزب الحاكم القرار", "الحزب الحاكم"),
        ("رفضت المنظمة الحكومية القرار", "المنظمة الحكومية"),
        ("رفضت الشركة العامة للكهرباء الصفقة", "الشركة العامة للكهرباء"),
        ("أعلن الاتحاد العام التونسي للشغل الإضراب", "الاتحاد العام التونسي للشغل"),
        (
            "قدم الصندوق العربي للإنماء الاقتصادي والاجتماعي قرضا",
            "الصندوق العربي للإنماء الاقتصادي والاجتماعي",
        ),
    ],
)
def test_a_body_ends_before_what_it_does_something_to(text: str, body: str) -> None:
    actors = read_actors(text, load("ar"))
    assert [(each.surface, each.role) for each in actors] == [(body, AGENT)]


@pytest.mark.parametrize(
    "text",
    ["باع النادي اللاعب", "باع البنك القمح للمزارعين", "خفض البنك الفائدة", "أقر المجلس الميزانية"],
)
def test_an_object_behind_a_body_is_no_part_of_its_name(text: str) -> None:
    assert not read_actors(text, load("ar"))


def test_names_joined_by_and_share_a_role() -> None:
    assert roles("Russia and Belarus invaded Ukraine", "en") == {
        "RU": AGENT,
        "BY": AGENT,
        "UA": PATIENT,
    }
    assert roles("أرسلت تركيا وإيطاليا ومصر فرق إنقاذ", "ar") == {
        "TR": AGENT,
        "IT": AGENT,
        "EG": AGENT,
    }


@pytest.mark.parametrize(
    ("english", "arabic", "name"),
    [
        ("the Iraqi foreign ministry", "وزارة الخارجية العراقية", "foreign ministry (IQ)"),
        ("Iraq's foreign ministry", "الخارجية العراقية", "foreign ministry (IQ)"),
        ("the Ministry of Health of Libya", "وزارة الصحة الليبية", "health ministry (LY)"),
        ("French forces", "قوات فرنسية", "military (FR)"),
        ("the Iraqi prime minister", "رئيس الوزراء العراقي", "prime minister (IQ)"),
        ("NATO", "حلف الناتو", "NATO"),
        ("Islamic State", "تنظيم داعش", "ISIS"),
        ("the U.S.-led coalition", "قوات التحالف الدولي", "International Coalition"),
        ("Hashd al-Shaabi", "الحشد الشعبي", "Popular Mobilization Forces"),
        ("al-Sudani", "محمد شياع السوداني", "Mohammed Shia al-Sudani"),
    ],
)
def test_both_languages_name_an_actor_alike(english: str, arabic: str, name: str) -> None:
    assert [actor.name for actor in read_actors(english, load("en"))] == [name]
    assert [actor.name for actor in read_actors(arabic, load("ar"))] == [name]


@pytest.mark.parametrize(
    ("code", "text", "surface", "kind"),
    [
        ("en", "Police arrested John Smith on Monday", "John Smith", "person"),
        ("en", "according to Norwich Business School", "Norwich Business School", "organisation"),
        ("ar", "اعتقلت الشرطة أحمد عبد الله", "أحمد عبد الله", "person"),
        ("ar", "ذكرت منظمة الشفافية العراقية أن", "منظمة الشفافية العراقية", "organisation"),
    ],
)
def test_names_of_no_lexicon_are_read_by_pattern(
    code: str, text: str, surface: str, kind: str
) -> None:
    found = {actor.surface: actor.kind for actor in read_actors(text, load(code))}
    assert found[surface] == kind


def test_where_it_happens_is_no_actor() -> None:
    assert read_actors("an explosion in Iraq", load("en")) == ()
    assert read_actors("انفجار في العراق", load("ar")) == ()


def test_the_main_action_is_a_stem() -> None:
    assert main_action("Iran was reportedly attacked", load("en")) == "attack"
    assert main_action("وهاجمت إيران العراق", load("ar")) == "هاجم"
    assert main_action("تأجيل المفاوضات", load("ar")) == main_action("أجلت المفاوضات", load("ar"))
    assert main_action("", load("en")) == ""


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=120))
def test_offsets_hold_for_any_text(noise: str) -> None:
    for code, text in (
        ("ar", f"قال {noise} الجيش العراقي{noise} محمد علي"),
        ("en", f"Iran {noise} John Smith{noise}Iraqi army"),
    ):
        last = 0
        for actor in read_actors(text, load(code)):
            assert actor.span.of(text) == actor.surface
            assert actor.span.start >= last
            last = actor.span.end


@pytest.mark.parametrize(
    ("code", "piece"),
    [("en", "Iran and "), ("en", "John Smith said "), ("ar", "محمد علي "), ("ar", "هاجمت إيران ")],
)
def test_hostile_text_is_read_in_linear_time(code: str, piece: str) -> None:
    assert growth(lambda n: read_actors(piece * n, load(code)), 100) < 6


def test_a_namesake_is_somebody_else() -> None:
    assert [actor.name for actor in read_actors("Ivanka Trump spoke", load("en"))] == [
        "ivanka trump"
    ]
    assert [actor.name for actor in read_actors("President Trump spoke", load("en"))] == [
        "Donald Trump"
    ]
    assert [actor.name for actor in read_actors("قال ترامب", load("ar"))] == ["Donald Trump"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("غادر رئيس الوزراء بغداد", "prime minister"),
        ("زار وزير الخارجية القاهرة", "foreign minister"),
        ("قالت وزارة الخارجية السعودية إن العمل مستمر", "foreign ministry (SA)"),
        ("زار وزير خارجية مصر بيروت", "foreign minister (EG)"),
    ],
)
def test_a_place_behind_a_definite_office_is_not_whose_it_is(text: str, name: str) -> None:
    assert name in {actor.name for actor in read_actors(text, load("ar"))}
