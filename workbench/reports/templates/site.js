"use strict";
// Finds claims on this page; without it the page only lists them.
const field = document.getElementById("search");
const items = [...document.querySelectorAll("[data-claim]")];
const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
  .replace(/[أإآٱ]/g, "ا").replace(/[ىی]/g, "ي").replace(/ة/g, "ه").replace(/ک/g, "ك")
  .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
  .replace(/٫/g, ".").replace(/(\d)[,٬](?=\d{3})/g, "$1");
const texts = items.map((item) => fold(item.textContent));
const count = document.getElementById("count");
field.parentElement.hidden = false;
field.addEventListener("input", () => {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  let found = 0;
  items.forEach((item, place) => {
    item.hidden = !words.every((word) => texts[place].includes(word));
    found += item.hidden ? 0 : 1;
  });
  count.textContent = `${found} / ${items.length}`;
});
