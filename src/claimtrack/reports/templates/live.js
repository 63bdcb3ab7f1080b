"use strict";
// Loads the page again when the files of the ledger change; the server says which state it shows.
(() => {
  let shown = null;
  const look = async () => {
    try {
      const answer = await fetch("/.state", { cache: "no-store" });
      const state = await answer.text();
      if (shown !== null && state !== shown) location.reload();
      shown = state;
    } catch {
      // The server is gone: the page stays as it is.
    }
  };
  setInterval(look, 1000);
  look();
})();
