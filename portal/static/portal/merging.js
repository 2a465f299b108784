/* Ticks all papers of a group at once; without a script they are ticked one by one. */
"use strict";

for (const camp of document.querySelectorAll("[data-merging-camp]")) {
  const button = camp.querySelector("[data-merging-all]");
  const boxes = camp.querySelectorAll("input[type=checkbox]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const all = Array.from(boxes).every((box) => box.checked);
      for (const box of boxes) box.checked = !all;
    });
  }
}
