"""Things that have exchanged their parts are never the same; things that have only moved are."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The committee sued the company.", "The company sued the committee."),
        (
            "The council voted to postpone the merger.",
            "The council postponed the vote on the merger.",
        ),
        ("The union threatened to strike.", "The union struck over the threat."),
        ("قررت المحكمة تأجيل المحاكمة.", "أجلت المحكمة قرار المحاكمة."),
        ("صوت البرلمان على تأجيل الميزانية.", "أجل البرلمان التصويت على الميزانية."),
        ("The bank bought the insurer.", "The insurer bought the bank."),
        ("Fans criticised the club.", "The club criticised fans."),
        ("The dinar fell against the dollar.", "The dollar fell against the dinar."),
        ("The army withdrew from the town.", "The army withdrew to the town."),
        ("They treated the patients from the camp.", "They treated the patients in the camp."),
        ("الشركة اشترت المصنع.", "المصنع اشترى الشركة."),
        ("اشترت الشركة المصنع.", "اشترى المصنع الشركة."),
        ("هاجم الطلاب المعلمين.", "هاجم المعلمون الطلاب."),
        ("انخفض سعر الدينار مقابل الدولار.", "انخفض سعر الدولار مقابل الدينار."),
        ("تعرضت السفينة لهجوم.", "شنت السفينة هجوما."),
        ("طالبت الحكومة الشركة بالتعويض.", "طالبت الشركة الحكومة بالتعويض."),
        ("The committee sued the company.", "قاضت الشركة اللجنة."),
        ("أعلن الحزب دعمه للحكومة.", "أعلنت الحكومة دعمها للحزب."),
        ("The drug reduces fever but not pain.", "The drug reduces pain but not fever."),
        ("نجح 40% من الذكور و60% من الإناث.", "نجح 60% من الذكور و40% من الإناث."),
        ("The suspect is the victim's brother.", "The victim is the suspect's brother."),
        (
            "Health spending overtook defence spending.",
            "Defence spending overtook health spending.",
        ),
        ("The wife of the mayor was killed.", "The mayor was killed by his wife."),
        ("قتلت زوجة المحافظ.", "قتل المحافظ زوجته."),
        ("The company may close the plant.", "The company will close the plant."),
        ("The cost of oil exceeded the cost of gas.", "The cost of gas exceeded the cost of oil."),
        ("تفوقت صادرات الغاز على صادرات النفط.", "تفوقت صادرات النفط على صادرات الغاز."),
        (
            "The tribunal ordered Argentina to compensate the fund.",
            "The tribunal ordered the fund to compensate Argentina.",
        ),
        (
            "The state of Oregon is suing the chemical firm.",
            "The chemical firm is suing the state of Oregon.",
        ),
        ("Emissions per person fell 4 percent.", "Total emissions fell 4 percent."),
        ("زار الملك المستشفى", "زارت الملكة المستشفى"),
        ("استقال الوزير", "استقالت الوزيرة"),
        ("ربع المصابين بالكوليرا أطفال", "ربع الأطفال مصابون بالكوليرا"),
        ("اتهم حزب الأمة تجمع المهنيين بالعرقلة", "اتهم تجمع المهنيين حزب الأمة بالعرقلة"),
        ("هاجم الجيش المتمردين بطائرة مسيرة", "هاجم المتمردون الجيش بطائرة مسيرة"),
        ("رفع العامل دعوى على المصنع", "رفع المصنع دعوى على العامل"),
        ("قاضت ولاية تكساس الشركة", "رفعت الشركة دعوى على ولاية تكساس"),
        ("حقق الجيش في مجزرة ارتكبها المتمردون", "حقق المتمردون في مجزرة ارتكبها الجيش"),
        ("Workers at the factory died in the fire.", "The fire at the factory was set by workers."),
        ("The ministry burned the building.", "The ministry's building was burned."),
        ("The minister killed his driver.", "The minister's driver was killed."),
        ("Israel bombed the hospital.", "Israel's hospital was bombed."),
        ("The ministry burned the building.", "أحرق مبنى الوزارة."),
        ("هاجم أنصار الفريق.", "هاجم الأنصار الفريق."),
        ("استقال الأمين العام للاتحاد.", "استقال الأمين العام من الاتحاد."),
        ("The farmer sold the company.", "The farmer sold to the company."),
        ("باع المزارع الشركة.", "باع المزارع للشركة."),
        (
            "The treaty was signed but not ratified.",
            "The treaty was ratified but not signed.",
        ),
        ("نقل المصاب من المستشفى.", "نقل المصاب إلى المستشفى."),
        ("Residents fled the city.", "فر السكان إلى المدينة."),
        ("Parliament postponed the vote.", "صوت البرلمان على التأجيل."),
        ("أوقف القاضي العمل.", "أوقف القاضي عن العمل."),
        ("سحبت الشركة العرض.", "انسحبت الشركة من العرض."),
        ("قضت المحكمة بالفساد.", "قضت المحكمة على الفساد."),
        ("مال الحزب إلى المعارضة.", "مال الحزب عن المعارضة."),
        ("The firm withdrew the offer.", "The firm withdrew from the offer."),
        ("The player lost the ball.", "The player lost in the ball."),
        ("The firm sold its stake in the bank.", "The firm sold its stake to the bank."),
        ("The minister was asked to resign.", "The minister asked to resign."),
        ("The roof of the school collapsed.", "The school collapsed."),
        ("استقال أعضاء اللجنة.", "استقالت اللجنة."),
        ("She said nobody called her.", "She said she called nobody."),
        ("لم يتصل به أحد ولم يبلغه أحد بالقرار.", "لم يبلغ أحدا بالقرار."),
        ("لم يساعدها أحد.", "لم تساعد أحدا."),
        ("The guards let the boy leave.", "The guards made the boy leave."),
        ("Train services are on again.", "Train services are off again."),
        ("The summit is on for Friday.", "The summit is off for Friday."),
        ("The siege is on.", "The siege is over."),
        ("The council delayed the vote to 3 May.", "The council delayed the 3 May vote."),
        ("أرجأ المجلس التصويت إلى 3 أيار.", "أرجأ المجلس تصويت 3 أيار."),
        ("The deadline was extended by two weeks.", "مددت المهلة إلى أسبوعين."),
        ("مددت المهلة بشهرين.", "مددت المهلة إلى شهرين."),
        ("Some prisoners were moved.", "The prisoners were moved."),
        ("نقل بعض السجناء.", "نقل السجناء."),
    ],
)
def test_who_did_it_is_not_exchanged(one: str, other: str) -> None:
    assert relation(one, other) not in {Relation.SAME, Relation.UPDATE}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The council voted to approve the merger.",
            "The council approved the merger in a vote.",
        ),
        ("The flood destroyed the bridge.", "The bridge was destroyed by the flood."),
        ("Fans criticised the club after the match.", "After the match, fans criticised the club."),
        ("The bank cut staff in the branch.", "Staff in the branch were cut by the bank."),
        ("Prices of bread rose in the city.", "Bread prices rose in the city."),
        ("Oil exports from Egypt rose.", "Egypt's oil exports rose."),
        ("The president of Sudan resigned.", "Sudan's president stepped down."),
        ("Qatar will host the summit.", "The summit will be held in Qatar."),
        ("An attack in Mali killed 15 soldiers.", "15 soldiers died in an attack in Mali."),
        ("The minister and the mayor met.", "The mayor and the minister met."),
        ("دمر الفيضان الجسر.", "الفيضان دمر الجسر."),
        ("انهار الجسر بعد الزلزال.", "بعد الزلزال انهار الجسر."),
        ("أسعار الخبز ارتفعت في المدينة.", "ارتفعت في المدينة أسعار الخبز."),
        ("سرّحت الشركة ألف موظف.", "استغنت الشركة عن 1000 موظف."),
        ("حكمت المحكمة عليه بالسجن عامين.", "قضت المحكمة بسجنه سنتين."),
        ("The ministry failed to repay the debt on time.", "لم تسدد الوزارة الدين في موعده."),
        ("He was sentenced to two years in prison.", "He was jailed for two years."),
        ("ضرب زلزال ولاية المدية", "هزت ولاية المدية هزة أرضية"),
        ("اتهمت النيابة ثلاثة ضباط بالتعذيب", "وجهت تهمة التعذيب إلى 3 ضباط من قبل النيابة"),
        ("سيطر الجيش على مصفاة الجيلي", "أصبحت مصفاة الجيلي تحت سيطرة الجيش"),
        ("لقي سبعة أشخاص حتفهم في حريق بمصنع", "قتل سبعة أشخاص إثر حريق في مصنع"),
        ("The fire killed nobody.", "Nobody was killed in the fire."),
        ("The guards let the boy leave.", "The guards allowed the boy to leave."),
        ("The council delayed the vote to 3 May.", "The vote was delayed by the council to 3 May."),
        ("لم يساعدها أحد.", "لم يساعدها أي أحد."),
        ("The deadline was extended by two weeks.", "مددت المهلة أسبوعين."),
        ("Some 300 prisoners were moved.", "About 300 prisoners were moved."),
        ("نقل بعض السجناء.", "Some prisoners were moved."),
    ],
)
def test_what_only_moved_or_is_worded_anew_is_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Doctors began a 48-hour strike.", "Doctors began a two-day strike."),
        (
            "Wages rose for the first time in two years.",
            "Wages rose for the first time in 24 months.",
        ),
        ("ارتفعت المبيعات بمقدار الثلث.", "ارتفعت المبيعات بنسبة الثلث."),
    ],
)
def test_one_length_or_share_in_other_units_is_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Doctors began a 48-hour strike.", "Doctors began a three-day strike."),
        ("The planet is 40 light years away.", "The planet is 40 years away."),
        ("ارتفعت المبيعات بمقدار الثلث.", "ارتفعت المبيعات بمقدار الربع."),
        ("يعمل من هم دون الثامنة عشرة.", "لا يعمل من هم دون الثامنة عشرة."),
    ],
)
def test_another_length_or_share_is_not(one: str, other: str) -> None:
    assert relation(one, other) is not Relation.SAME


def test_one_deal_told_from_both_sides_is_no_conflict() -> None:
    assert relation("Exxon sold its fields to Sonangol.", "Sonangol bought Exxon's fields.") is (
        Relation.RELATED
    )
    assert relation("Exxon sold the fields.", "Exxon bought the fields.") is Relation.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The court upheld the ruling against the paper", "The court upheld the paper's ruling"),
        ("Egypt recalled its ambassador to Ethiopia", "Egypt recalled Ethiopia's ambassador"),
        ("استدعت مصر سفيرها في إثيوبيا", "استدعت مصر سفير إثيوبيا"),
        ("It was shot in Morocco and set in Egypt", "It was set in Morocco and shot in Egypt"),
        ("The strike starts on Sunday morning", "The strike starts on Sunday evening"),
        ("يبدأ الإضراب ظهر الأحد", "The strike starts at midnight on Sunday"),
        ("The loan must be repaid within five years", "The loan must be repaid after five years"),
        ("ارتفع سعر الخبز 5 جنيهات", "The price of bread rose to 5 pounds"),
        ("The referee sent off the goalkeeper", "The referee was sent off with the goalkeeper"),
        ("He was born in 1960 and died in 2020", "He died in 1960 and was born in 2020"),
        ("It exploded before it could be defused", "It was defused before it could explode"),
        ("The judge's wife owns the firm", "The judge owns his wife's firm"),
        ("رفعت الحكومة الدعم عن الخبز", "رفعت الحكومة دعم الخبز"),
        ("They ordered the firm to compensate the staff", "أمروا العمال بتعويض الشركة"),
        ("The chief of the union resigned", "The chief resigned from the union"),
        ("The ban on the protest was unlawful", "The protest over the ban was unlawful"),
        ("حظر الاحتجاج", "الاحتجاج على الحظر"),
        ("The union chief stepped down", "The chief stepped down from the union"),
        ("Workers of the plant were moved", "The workers were moved to the plant"),
        ("Soldiers of the mission left", "Soldiers left the mission"),
        ("استقال رئيس النقابة", "استقال الرئيس من النقابة"),
        ("نقل عمال المصنع", "نقل العمال إلى المصنع"),
        ("The leader of the coalition withdrew", "انسحب الزعيم من الائتلاف"),
        (
            "Rebels hold the north, the army the south",
            "الجيش يسيطر على الشمال والمتمردون على الجنوب",
        ),
    ],
)
def test_what_hangs_on_something_else_is_not_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.RELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ruling against the paper was upheld", "They upheld the ruling against the paper"),
        ("استدعت مصر سفيرها لدى إثيوبيا", "Egypt recalled its ambassador to Ethiopia"),
        (
            "Residents of the village were evacuated",
            "The residents were evacuated from the village",
        ),
        ("An earthquake hit the north of Chile", "An earthquake struck northern Chile"),
        ("The court acquitted the man of fraud charges", "برأت المحكمة الرجل من تهم الاحتيال"),
        ("The strike starts on Sunday morning", "يبدأ الإضراب صباح الأحد"),
    ],
)
def test_what_hangs_on_the_same_is(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
