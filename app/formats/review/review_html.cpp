#include "formats/review/review_rows.h"
#include "xml/characters.h"

namespace verbale::review {

namespace {

constexpr const char *style = R"(
  :root { color-scheme: light dark; --ink: #1c2430; --paper: #ffffff; --line: #c9d0d9; --quiet: #5a6675;
          --edit: #f4f8ff; --focus: #1f5fbf; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e6eaf0; --paper: #171b21; --line: #3a434f; --quiet: #9aa7b6; --edit: #1e2631; --focus: #7fb0ff; }
  }
  body { margin: 1.5rem; color: var(--ink); background: var(--paper);
         font: 1rem/1.55 "Noto Sans", "Segoe UI", Arial, sans-serif; }
  h1 { font-size: 1.2rem; margin: 0 0 .25rem; }
  p { color: var(--quiet); margin: 0 0 1rem; }
  table { border-collapse: collapse; width: 100%; table-layout: fixed; }
  th, td { border: 1px solid var(--line); padding: .45rem .6rem; text-align: left; vertical-align: top;
           overflow-wrap: anywhere; }
  th { font-size: .85rem; }
  td.source, td.target, td.notes { white-space: pre-wrap; }
  td.target { background: var(--edit); }
  td.target:focus { outline: 2px solid var(--focus); outline-offset: -2px; }
  .id { width: 7rem; } .state { width: 6.5rem; } .notes { width: 16%; }
  td.id, td.state, td.notes { font-size: .85rem; color: var(--quiet); }
  thead { display: table-header-group; }
  @media print {
    :root { --ink: #000; --paper: #fff; --line: #888; --quiet: #333; --edit: #fff; }
    body { margin: 0; font-size: 10pt; } tr { break-inside: avoid; }
  }
)";

QString escaped(const QString &text)
{
    QString out;
    xml::appendText(out, text);
    return out.replace(u'"', QLatin1String("&quot;"));
}

void appendCell(QString &out, const char *name, const QString &attributes, const QString &text)
{
    out += QLatin1String("<td class=\"") + QLatin1String(name) + QLatin1Char('"') + attributes +
           QLatin1Char('>') + escaped(text) + QLatin1String("</td>");
}

QString languageAttribute(const QString &language)
{
    QString out;
    if (!language.isEmpty())
        xml::appendAttribute(out, u"lang", language);
    return out;
}

} // namespace

QByteArray writeReviewHtml(const Document &document)
{
    const QString name = document.originalName.isEmpty() ? QStringLiteral("Review") : document.originalName;
    const QString ofSource = languageAttribute(document.sourceLanguage);
    const QString ofTarget = languageAttribute(document.targetLanguage) +
                             QLatin1String(" contenteditable=\"true\" spellcheck=\"true\"");
    QString out =
        QLatin1String("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"generator\" content=\"Verbale\">\n<title>") +
        escaped(name) + QLatin1String("</title>\n<style>") + QLatin1String(style) +
        QLatin1String("</style>\n</head>\n<body>\n<h1>") + escaped(name) +
        QString::fromUtf8("</h1>\n<p>Edit the targets and save the page. Leave the ids and the marks in "
                          "\u27E6 \u27E7, which stand for tags, as they are.</p>\n"
                          "<table class=\"verbale-review\">\n<thead>\n<tr><th class=\"id\">Id</th>"
                          "<th class=\"source\">Source</th><th class=\"target\">Target</th>"
                          "<th class=\"state\">State</th><th class=\"notes\">Notes</th></tr>\n</thead>\n"
                          "<tbody>\n");
    for (const ReviewRow &row : reviewRows(document)) {
        out += QLatin1String("<tr");
        xml::appendAttribute(out, u"data-id", row.key);
        out += QLatin1Char('>');
        appendCell(out, "id", {}, row.key);
        appendCell(out, "source", ofSource, row.source);
        appendCell(out, "target", ofTarget, row.target);
        appendCell(out, "state", {}, row.state);
        appendCell(out, "notes", {}, row.notes);
        out += QLatin1String("</tr>\n");
    }
    return (out + QLatin1String("</tbody>\n</table>\n</body>\n</html>\n")).toUtf8();
}

} // namespace verbale::review
