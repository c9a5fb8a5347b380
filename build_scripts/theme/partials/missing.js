(function (built) {
  // Where the site lies: as built, or before the first folder of ours, or beside this page.
  var folders = /\/(?:claims|evidence|speakers|topics|rules|data|embed|assets|search)\//;
  var path = location.pathname;
  var root = path.slice(0, path.search(folders) + 1) || path.replace(/[^/]*$/, "");
  if (location.protocol !== "file:" && built !== "/" && path.indexOf(built) === 0) { root = built; }
  if (root === built) { return; }
  var faces = document.getElementById("faces");
  if (faces) {
    var there = document.createElement("link");
    there.rel = "stylesheet";
    there.href = root + "fonts/fonts.css";
    faces.replaceWith(there);
  }
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[href]:not([rel=stylesheet])").forEach(function (link) {
      var address = link.getAttribute("href");
      if (address.indexOf(built) === 0) { link.setAttribute("href", root + address.slice(built.length)); }
    });
  });
})("{{ ('index.html' | url)[:-10] }}");
