// What the page adds to textual-serve's own script: where its socket is, how large its letters are,
// and that the keyboard belongs to the program from the first moment on.
"use strict";

const terminal = document.getElementById("terminal");
const again = document.getElementById("again");

const socket = new URL("ws", document.baseURI);
socket.protocol = socket.protocol === "https:" ? "wss:" : "ws:";
terminal.dataset.sessionWebsocketUrl = socket.href;

const asked = Number(new URLSearchParams(window.location.search).get("fontsize"));
const isSize = Number.isInteger(asked) && asked >= 6 && asked <= 72;
terminal.dataset.fontSize = String(isSize ? asked : 16);

function takeKeyboard() {
  const keyboard = document.querySelector(".xterm-helper-textarea");
  if (keyboard !== null && !document.body.classList.contains("-closed")) {
    keyboard.focus();
  }
}

// The script marks the body when the program has drawn something, and when it has ended.
new MutationObserver(() => {
  if (document.body.classList.contains("-closed")) {
    again.focus();
  } else if (document.body.classList.contains("-first-byte")) {
    takeKeyboard();
  }
}).observe(document.body, { attributes: true, attributeFilter: ["class"] });

window.addEventListener("focus", takeKeyboard);
again.addEventListener("click", () => window.location.reload());
