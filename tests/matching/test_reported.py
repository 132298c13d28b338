"""One fact as two agencies report it, and beside it a report of something else."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation

_ALIKE = [
    (
        "The German airline Lufthansa cancelled flights to Beirut.",
        "Lufthansa cancelled flights to Beirut.",
        "Lufthansa cancelled flights to Amman.",
    ),
    (
        "Doctors in Kenya began a strike on Monday.",
        "Doctors in Kenya went on strike on Monday.",
        "Doctors in Kenya ended a strike on Monday.",
    ),
    (
        "ضرب زلزال بقوة 6.2 درجات على مقياس ريختر اليابان.",
        "ضرب زلزال بقوة 6.2 درجات اليابان.",
        "ضرب زلزال بقوة 6.4 درجات اليابان.",
    ),
    (
        "أغلقت الشرطة 14 مركزا تجاريا في منطقة الفروانية.",
        "أغلقت الشرطة 14 مركزا تجاريا في الفروانية.",
        "أغلقت الشرطة 14 مركزا تجاريا في منطقة حولي.",
    ),
    (
        "Erdogan met Sisi in Cairo on Wednesday.",
        "Erdogan and Sisi held talks in Cairo on Wednesday.",
        "Erdogan and Sisi held talks in Ankara on Wednesday.",
    ),
    (
        "أدانت الجامعة العربية القصف الإسرائيلي على مدرسة في غزة.",
        "استنكرت جامعة الدول العربية قصف إسرائيل مدرسة في غزة.",
        "استنكرت جامعة الدول العربية قصف إسرائيل مستشفى في غزة.",
    ),
    (
        "أصدر مجلس القضاء الأعلى في العراق مذكرة توقيف بحق علي علاوي.",
        "Iraq's Supreme Judicial Council issued an arrest warrant for Ali Allawi.",
        "Syria's Supreme Judicial Council issued an arrest warrant for Ali Allawi.",
    ),
    (
        "فاز المنتخب المغربي على نظيره الزامبي بهدفين دون رد.",
        "تغلب المغرب على زامبيا 2-0.",
        "تغلبت زامبيا على المغرب 2-0.",
    ),
    (
        "Police closed 140 schools in Leeds on Tuesday.",
        "Police on Tuesday closed 140 schools in Leeds.",
        "140 schools in Leeds did not open on Monday.",
    ),
    # The country stands in front of the fund or behind it.
    (
        "Saudi Arabia's Public Investment Fund bought a stake in Nintendo.",
        "اشترى صندوق الاستثمارات العامة السعودي حصة في نينتندو.",
        "باع صندوق الاستثمارات العامة السعودي حصة في نينتندو.",
    ),
    (
        "زادت صادرات العراق النفطية 4 بالمئة.",
        "زادت صادرات النفط العراقية 4 في المئة.",
        "زادت صادرات النفط الإيرانية 4 في المئة.",
    ),
    # Whose it is stands in front of it or behind it.
    (
        "Unemployment in Spain fell to 10.3 percent.",
        "Spain's jobless rate dropped to 10.3%.",
        "Portugal's jobless rate dropped to 10.3%.",
    ),
    (
        "The Spanish economy shrank by 2 percent.",
        "Spain's economy contracted 2%.",
        "Spain's economy contracted 3%.",
    ),
    (
        "The council declared the end of the outbreak of Marburg virus in Tanzania.",
        "The council declared the end of Tanzania's Marburg virus outbreak.",
        "The council declared the start of Tanzania's Marburg virus outbreak.",
    ),
    (
        "Thieves took icons from a monastery on Mount Athos.",
        "Thieves took icons from a Mount Athos monastery.",
        "Thieves took icons from a Mount Sinai monastery.",
    ),
    (
        "The mayor of Guayaquil was charged with fraud.",
        "Guayaquil's mayor was charged with fraud.",
        "Guayaquil's mayor was cleared of fraud.",
    ),
    # The passive names its doer with all that belongs to him.
    (
        "افتتح ولي العهد السعودي محمد بن سلمان مطار نيوم.",
        "جرى افتتاح مطار نيوم على يد ولي العهد السعودي محمد بن سلمان.",
        "جرى إغلاق مطار نيوم على يد ولي العهد السعودي محمد بن سلمان.",
    ),
    (
        "اعتقلت القوات الأميركية المتمردين.",
        "اعتقل المتمردون من قبل القوات الأميركية.",
        "اعتقلت القوات الأميركية من قبل المتمردين.",
    ),
    (
        "Ethiopia accused Eritrea of massing troops.",
        "Eritrea was accused by Ethiopia of massing troops.",
        "Ethiopia was accused by Eritrea of massing troops.",
    ),
    (
        "Roads into Brussels were blockaded by hundreds of farmers.",
        "Hundreds of farmers blocked roads into Brussels.",
        "Hundreds of lorry drivers blocked roads into Brussels.",
    ),
    (
        "The pope named 10 new cardinals.",
        "Ten new cardinals have been appointed by the pope.",
        "Ten old cardinals have been dismissed by the pope.",
    ),
    (
        "A court rejected the appeal of the former minister.",
        "The former minister's appeal was rejected by a court.",
        "The former minister's appeal was granted by a court.",
    ),
    (
        "Profits at the bank fell.",
        "The bank's profits dropped.",
        "The bank's losses dropped.",
    ),
    # A verb here, its noun there.
    (
        "Protesters demanded that the governor resign.",
        "Protesters demanded the resignation of the governor.",
        "Protesters demanded the resignation of the mayor.",
    ),
    (
        "دعت منظمة العفو الدولية إلى الإفراج عن الصحفي.",
        "Amnesty International called for the journalist's release.",
        "Amnesty International called for the journalist's arrest.",
    ),
    (
        "أسفر حادث سير في القاهرة عن مقتل ستة أشخاص.",
        "حادث سير في القاهرة يودي بحياة ستة أشخاص.",
        "حادث سير في القاهرة يودي بحياة سبعة أشخاص.",
    ),
    (
        "قرر مجلس الأمن تمديد ولاية البعثة ستة أشهر.",
        "مدد مجلس الأمن ولاية البعثة ستة أشهر.",
        "أنهى مجلس الأمن ولاية البعثة.",
    ),
    # A firm that no lexicon knows opens the sentence or does not.
    (
        "Nokia said it would cut 5,000 jobs.",
        "Nokia is to cut 5,000 jobs.",
        "Ericsson is to cut 5,000 jobs.",
    ),
    # A person's office, a country's government and its seat.
    (
        "French President Emmanuel Macron visited Cairo.",
        "زار إيمانويل ماكرون القاهرة.",
        "زارت زوجة إيمانويل ماكرون القاهرة.",
    ),
    (
        "دعا الأمين العام للأمم المتحدة أنطونيو غوتيريش إلى وقف القتال.",
        "دعا أنطونيو غوتيريش إلى وقف القتال.",
        "دعا المتحدث باسم أنطونيو غوتيريش إلى وقف القتال.",
    ),
    (
        "The Dutch government granted asylum to 200 activists.",
        "The Netherlands granted asylum to 200 activists.",
        "The Dutch opposition granted asylum to 200 activists.",
    ),
    (
        "حظرت تركيا استيراد السيارات.",
        "فرضت أنقرة حظرا على استيراد السيارات.",
        "فرضت أثينا حظرا على استيراد السيارات.",
    ),
    # Each with its own figure.
    (
        "The blast at a plant in Gujarat killed 21 workers and injured six.",
        "Twenty-one workers died and six were hurt in a blast at a plant in Gujarat.",
        "Six workers died and 21 were hurt in a blast at a plant in Gujarat.",
    ),
    # One deal from both sides.
    (
        "Egypt beat Ghana 2-0 in the semi-final.",
        "Ghana lost 2-0 to Egypt in the semi-final.",
        "Egypt lost 2-0 to Ghana in the semi-final.",
    ),
    (
        "The bank lent the ministry 2 million dollars.",
        "اقترضت الوزارة مليوني دولار من البنك.",
        "اقترض البنك مليوني دولار من الوزارة.",
    ),
    (
        "The firm sold the quarry to the fund.",
        "اشترى الصندوق المحجر من الشركة.",
        "اشترت الشركة المحجر من الصندوق.",
    ),
    (
        "China lent Kenya 1 billion dollars.",
        "Kenya borrowed 1 billion dollars from China.",
        "China borrowed 1 billion dollars from Kenya.",
    ),
    (
        "Liverpool beat Arsenal 2-1 at Anfield on Sunday.",
        "Arsenal lost 2-1 to Liverpool at Anfield on Sunday.",
        "Arsenal beat Liverpool 2-1 at Anfield on Sunday.",
    ),
    (
        "Rebels captured the town of Bunagana from the army.",
        "The army lost the town of Bunagana to rebels.",
        "Rebels lost the town of Bunagana to the army.",
    ),
    (
        "سترسل فرنسا 20 مدرعة إلى أوكرانيا.",
        "ستتسلم أوكرانيا عشرين مدرعة من فرنسا.",
        "ستتسلم فرنسا عشرين مدرعة من أوكرانيا.",
    ),
    (
        "باعت الشركة المصنع للوزارة.",
        "اشترت الوزارة المصنع من الشركة.",
        "اشترت الشركة المصنع من الوزارة.",
    ),
    # A length of time, and what is counted, by another name.
    (
        "The study followed 12,000 adults for a decade.",
        "Researchers tracked 12,000 adults over ten years.",
        "Researchers tracked 12,000 adults over two years.",
    ),
    (
        "The storm left 300,000 homes without electricity.",
        "Some 300,000 households lost power because of the storm.",
        "Power was restored to 300,000 homes after the storm.",
    ),
    (
        "The province received 4 million tourists in 2022.",
        "Four million tourists visited the province in 2022.",
        "Four million tourists left the province in 2022.",
    ),
    # Who does it stands behind "by", with whose it is before it.
    (
        "A US warship downed an Iranian drone over the Gulf.",
        "An Iranian drone was shot down over the Gulf by a US warship.",
        "A US drone was shot down over the Gulf by an Iranian warship.",
    ),
    (
        "Storm Daniel killed at least 11,300 people in Derna.",
        "At least 11,300 people in Derna were killed by Storm Daniel.",
        "At least 11,300 people in Derna were killed by Storm Boris.",
    ),
    # Against whom it was stands behind one preposition in both.
    (
        "Two Turkish soldiers were killed in a clash with PKK militants.",
        "A clash with PKK fighters left two Turkish troops dead.",
        "A clash with Turkish troops left two PKK fighters dead.",
    ),
    # What describes something goes along with it, and a topic with the place that it names.
    (
        "السعودية: مقتل معتمرين بريطانيين في حادث مروري",
        "مقتل معتمرين بريطانيين في السعودية في حادث مروري",
        "مقتل معتمرين سعوديين في بريطانيا في حادث مروري",
    ),
    (
        "Saudi Arabia: Two British pilgrims were killed in a bus crash",
        "Two British pilgrims were killed in a bus crash in Saudi Arabia.",
        "Two Saudi pilgrims were killed in a bus crash in Britain.",
    ),
    # Who tells it is named in front or behind.
    (
        "The health ministry reported 42 dengue deaths in September.",
        "Dengue killed 42 people in September, according to the health ministry.",
        "Dengue killed 24 people in September, according to the health ministry.",
    ),
    (
        "أعلنت الوزارة مقتل 12 عاملا.",
        "قتل 12 عاملا بحسب الوزارة.",
        "قتل 12 جنديا بحسب الوزارة.",
    ),
    # Of what kind something is goes without saying beside its name.
    (
        "قررت شركة أرامكو بيع حصتها في المصفاة.",
        "قررت أرامكو بيع حصتها في المصفاة.",
        "قررت أرامكو شراء حصة في المصفاة.",
    ),
    # One name written otherwise, or by its initials.
    (
        "Muammar Qaddafi met Hosni Mubarak in Sabha.",
        "Muammar Gaddafi met Hosni Mubarak in Sebha.",
        "Muammar Gaddafi met Husni Mobarez in Sebha.",
    ),
    (
        "The Bank of England cut its main rate to 4 percent.",
        "The BoE cut its main rate to 4%.",
        "The BoJ cut its main rate to 4%.",
    ),
    # Who does it stands behind "by" and a figure, or behind whose it is.
    (
        "Two-thirds of Swiss voters rejected the proposal in the referendum.",
        "In the referendum the proposal was turned down by two out of three voters in Switzerland.",
        "In the referendum the proposal was turned down by one out of three voters in Switzerland.",
    ),
    (
        "Italy's coastguard rescued 73 migrants.",
        "Seventy-three migrants were rescued by Italy's coastguard.",
        "Seventy-three migrants were rescued by Spain's coastguard.",
    ),
    # What kind of spot a named place is goes without saying.
    (
        "ضرب زلزال بقوة 5.8 درجات جزيرة كريت.",
        "A 5.8-magnitude earthquake shook Crete.",
        "A 5.8-magnitude earthquake shook Cyprus.",
    ),
    # A cause told by a verb, and in passing.
    (
        "Fog at Heathrow delayed over 200 flights.",
        "More than 200 flights were delayed at Heathrow because of fog.",
        "More than 200 flights were delayed at Gatwick because of fog.",
    ),
    (
        "Defective transmissions prompted Toyota to recall 280,000 pickups.",
        "Toyota recalled 280,000 pickups because of defective transmissions.",
        "Toyota caused defective transmissions in 280,000 recalled pickups.",
    ),
    (
        "Heavy rain caused the collapse of a bridge in Mombasa.",
        "A bridge in Mombasa collapsed because of heavy rain.",
        "The collapse of a bridge caused heavy rain in Mombasa.",
    ),
    (
        "أدى الإضراب إلى إلغاء شركة الطيران أربعين رحلة.",
        "ألغت شركة الطيران 40 رحلة بسبب الإضراب.",
        "أدى إلغاء شركة الطيران أربعين رحلة إلى الإضراب.",
    ),
    (
        "تسببت الأمطار الغزيرة في انهيار جسر في مومباسا.",
        "انهار جسر في مومباسا بسبب الأمطار الغزيرة.",
        "تسبب انهيار جسر في الأمطار الغزيرة في مومباسا.",
    ),
    # The end of a period, and what lasts to it.
    (
        "The factory will close by the end of the year.",
        "سيغلق المصنع قبل نهاية العام.",
        "سيغلق المصنع بعد نهاية العام.",
    ),
    (
        "The ceasefire was extended until 15 June 2026.",
        "The truce was prolonged to 15 June 2026.",
        "The truce was prolonged to 15 July 2026.",
    ),
    # What it followed stands in front or behind.
    (
        "After a strike by ground staff, 300 passengers were stranded at the airport.",
        "300 passengers were stranded at the airport after a walkout by ground staff.",
        "300 passengers were stranded at the airport before a walkout by ground staff.",
    ),
    # Offices and ages.
    (
        "أقال الرئيس التونسي رئيس الحكومة.",
        "Tunisia's president sacked the prime minister.",
        "Tunisia's president appointed the prime minister.",
    ),
    (
        "The bank cut its rate by 50 basis points.",
        "The bank cut its rate by half a percentage point.",
        "The bank cut its rate by five percentage points.",
    ),
    (
        "دمرت الحرائق ألفي هكتار من الغابات.",
        "دمرت الحرائق 20 كيلومترا مربعا من الغابات.",
        "دمرت الحرائق ألفي كيلومتر مربع من الغابات.",
    ),
    (
        "يعاني نصف أطفال المخيم من الجوع.",
        "يعاني 50 في المئة من أطفال المخيم من الجوع.",
        "يعاني 60 في المئة من أطفال المخيم من الجوع.",
    ),
    (
        "A quake hit the island at dawn on 23 November.",
        "فجر يوم 23 نوفمبر ضرب زلزال الجزيرة.",
        "مساء يوم 23 نوفمبر ضرب زلزال الجزيرة.",
    ),
]


@pytest.mark.parametrize(("report", "other", "_"), _ALIKE)
def test_one_fact_reported_twice_is_the_same(report: str, other: str, _: str) -> None:
    assert relation(report, other) is Relation.SAME


@pytest.mark.parametrize(("_", "report", "changed"), _ALIKE)
def test_a_changed_report_is_not(_: str, report: str, changed: str) -> None:
    assert relation(report, changed) not in {Relation.SAME, Relation.UPDATE}


@pytest.mark.parametrize(("report", "_", "changed"), _ALIKE)
def test_nor_is_a_changed_report_worded_anew(report: str, _: str, changed: str) -> None:
    assert relation(report, changed) not in {Relation.SAME, Relation.UPDATE}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("هاجمت السعودية أرامكو.", "هاجمت أرامكو السعودية."),
        ("قصفت السعودية الحوثيين.", "قصف الحوثيون السعودية."),
        ("يعاني ثلث سكان الصومال من الجوع.", "ثلثا سكان الصومال يعانون من الجوع."),
        ("Talks ended after the strike.", "The strike ended after the talks."),
        ("The firm's bank sued the city.", "The city's bank sued the firm."),
        ("The guard shot the prisoner's brother.", "The prisoner's guard shot the brother."),
        ("استقال وزير الملك سلمان.", "استقال الملك سلمان."),
        ("The spokesman of Hakan Fidan resigned.", "Hakan Fidan resigned."),
        ("Foreign Minister Hakan Fidan quit.", "Defence Minister Hakan Fidan quit."),
        ("Protesters marched in Ankara.", "Protesters marched in Turkey."),
        ("The Dutch government resigned.", "The Netherlands resigned."),
        ("A Saudi fund bought an Egyptian bank.", "An Egyptian fund sold a Saudi bank."),
        ("Egypt beat Ghana in the final.", "Ghana lost to Egypt in the semi-final."),
        ("Egypt beat Ghana.", "Ghana lost to Nigeria."),
        ("The office opens until 15 June 2026.", "The office opens on 15 June 2026."),
        ("The factory will close by 2030.", "The factory will close before 2030."),
        ("The workers' union struck.", "The union's workers struck."),
        ("The firm's bank closed.", "The bank's firm closed."),
        (
            "The trial of the editor of the paper began.",
            "The editor's trial of the paper began.",
        ),
        ("The attack of the rebels was condemned.", "The attack on the rebels was condemned."),
        (
            "The union demanded that the governor resign.",
            "The governor demanded the resignation of the union.",
        ),
        ("Prices rose because of the shortage.", "The rise in prices caused the shortage."),
        ("ارتفعت الأسعار بسبب نقص الوقود.", "تسبب ارتفاع الأسعار في نقص الوقود."),
        ("The airline sued the port over a strike.", "A strike led the port to sue the airline."),
        ("The river rose 0.8 metres within a day.", "The river rose 0.8 metres within a week."),
        ("The match was postponed because of rain.", "The match postponed the rain."),
        ("New York state banned plastic bags.", "New York banned plastic bags."),
        ("Iran said it attacked Iraq.", "Iraq said it attacked Iran."),
        ("Carlsen said the Swede had cheated.", "The Swede said Carlsen had cheated."),
        ("قالت إيران إن العراق هاجمها.", "قال العراق إن إيران هاجمته."),
        ("Judge Jamal Khoury resigned.", "Judge Jamil Khoury resigned."),
        ("Judge Hassan Ali resigned.", "Judge Hussein Ali resigned."),
        ("Iran attacked Iraq with help from Russia.", "Russia attacked Iraq with help from Iran."),
        ("توفي المؤلف المصري أحمد خالد توفيق.", "قتل المؤلف المصري أحمد خالد توفيق."),
        ("The poet died in Cairo.", "The poet was killed in Cairo."),
        ("20 men were killed.", "20 women were killed."),
        ("The poet died aged 84.", "The poet died aged 48."),
        ("توفي الشاعر عن 84 عاما.", "The poet died at the age of 48."),
    ],
)
def test_what_reports_share_does_not_make_them_one(one: str, other: str) -> None:
    assert relation(one, other) not in {Relation.SAME, Relation.UPDATE}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The minister denied that the ministry had received any complaint.",
            "The minister said no complaint had been received by the ministry.",
        ),
        ("France will send 20 tanks to Mali.", "Mali will receive 20 tanks from France."),
        ("The lira falls with Trump's remarks.", "Trump's remarks lower the lira."),
        ("النفط يرتفع قبيل العقوبات.", "العقوبات ترفع أسعار النفط."),
        ("شنت طائرات سورية غارات على إدلب.", "غارات على إدلب شنتها طائرات سورية."),
        (
            "Elections in Egypt: polls close and the count of votes begins.",
            "Polls close in Egypt's elections and the count of votes begins.",
        ),
        ("The army did not enter the city until Sunday.", "The army entered the city on Sunday."),
        ("It was the first visit by a king in 30 years.", "No king had visited for 30 years."),
        ("Both agreed to a 60-day ceasefire.", "Both agreed to a two-month ceasefire."),
    ],
)
def test_the_same_from_another_side_is_no_conflict(one: str, other: str) -> None:
    assert relation(one, other) is not Relation.CONFLICT


def test_an_age_is_in_years_whether_it_says_so_or_not() -> None:
    assert relation("توفي الشاعر عن 84 عاما.", "The poet died at 84.") is not Relation.CONFLICT


@pytest.mark.parametrize(
    ("denied", "other"),
    [
        ("The prisoners were not held in the camp.", "The prisoners were held outside the camp."),
        ("لم يولد الأطفال في المستشفيات.", "ولد الأطفال خارج المستشفيات."),
    ],
)
def test_outside_is_not_in(denied: str, other: str) -> None:
    assert relation(denied, other) is not Relation.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The club confirmed that it signed the striker.", "The club denied that it signed him."),
        ("أكد النادي تعاقده مع المهاجم.", "نفى النادي تعاقده مع المهاجم."),
        ("The judge granted a request by Musk.", "The judge rejected a request by Musk."),
    ],
)
def test_confirmed_and_denied_are_contrary(one: str, other: str) -> None:
    assert relation(one, other) is Relation.CONFLICT


def test_outside_and_inside_are_contrary() -> None:
    one, other = "They were held outside the camp.", "They were held inside the camp."
    assert relation(one, other) is Relation.CONFLICT
