"""What a speaker says of the future: a promise of their own, or a forecast."""

from __future__ import annotations

import pytest

from workbench.facets.types import Clock, Modality
from workbench.splitting import split


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The minister said no teachers would be laid off.", Modality.PLEDGE),
        ("His daughter said the family would appeal.", Modality.PLEDGE),
        ("The minister said repairs would cost $450,000.", Modality.PREDICTION),
        ("The minister said samples would be collected.", Modality.PREDICTION),
        ("An analyst said the company would cut jobs.", Modality.PREDICTION),
        ("The minister said there would be no fare rises.", Modality.PLEDGE),
        ("The minister said there would be no rain.", Modality.PREDICTION),
        ("His lawyer said he would not be appealing.", Modality.PLEDGE),
        ("The union warned the nurses would lose pay.", Modality.PREDICTION),
        ("The minister warned that the government would sue the contractor.", Modality.PLEDGE),
        ("Economists warned the bank would close 40 branches.", Modality.PREDICTION),
        ("A minister said the work would have cost more.", Modality.PREDICTION),
        ("It will hire 900 people in Cork.", Modality.PLEDGE),
        ("It will cut costs by a fifth.", Modality.PREDICTION),
        ("The authority will release the water on Monday.", Modality.PLEDGE),
        ("The portrait will go on display in Bath.", Modality.PLEDGE),
        ("The storm will go on to hit Tampa.", Modality.PREDICTION),
        ("Norway will procure 12 vessels.", Modality.PLEDGE),
        ("The mayor said Stanbridge would rename the square.", Modality.PLEDGE),
        ("Analysts said Veltec would cut its dividend.", Modality.PREDICTION),
        ("Cuts in Bristol will end on Friday.", Modality.PREDICTION),
        ("The bridge at Welford is to be widened.", Modality.PLEDGE),
        ("Two men are to be sentenced on 9 March.", Modality.PREDICTION),
        ("The charity hopes to raise £2m by Easter.", Modality.PLEDGE),
        ("Kenya is promising a new railway.", Modality.PLEDGE),
        ("قالت الوزارة إنها ستوزع المساعدات.", Modality.PLEDGE),
        ("قال المدير إن المؤسسة لن تتخلى عن أي عامل.", Modality.PLEDGE),
        ("ستوزع الهيئة المساعدات يوم الأحد.", Modality.PLEDGE),
        ("ستوزع منظمة «سنابل» الأعلاف في أغسطس.", Modality.PLEDGE),
        ("ستطلق وزارة الصحة حملة تلقيح.", Modality.PLEDGE),
        ("ستنشأ شركة جديدة في المدينة.", Modality.PREDICTION),
        ("ستخسر شركة «أفق» أسواقها.", Modality.PREDICTION),
        ("سيناقش الخبراء المقترح يوم الأحد.", Modality.PREDICTION),
        ("سيُحال الموقوف إلى النيابة غدا.", Modality.PREDICTION),
        ("قالت الوزارة إنها ستبدأ صرف الرواتب غدا.", Modality.PLEDGE),
        ("قال الوزير إن الرواتب ستُحوّل غدا.", Modality.PLEDGE),
        ("قال محلل إن الرواتب ستُحوّل غدا.", Modality.PREDICTION),
        ("قال الوزير إن النتائج ستُعلن غدا.", Modality.PREDICTION),
        ("قال محلل إن الحكومة سترفع الضرائب.", Modality.PREDICTION),
        ("قال الوزير إن الأسعار سترتفع.", Modality.PREDICTION),
    ],
)
def test_a_promise_is_an_act_of_the_speakers_own(text: str, modality: Modality) -> None:
    assert [claim.facets.modality for claim in split(text, Clock()).claims] == [modality]
