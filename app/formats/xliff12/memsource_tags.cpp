#include "formats/xliff12/memsource_tags.h"

#include "formats/xliff12/names.h"
#include "xml/characters.h"

#include <QtCore/QRegularExpression>

namespace verbale::xliff12 {

namespace {

using xml::Element;
using Kind = InlineCode::Kind;

void readMarks(const Element &metadata, QHash<QString, QString> &marks)
{
    for (const xml::Node &node : metadata.children) {
        if (!node.element || !node.element->is(names::memsource, QLatin1String("mark")))
            continue;
        QString &content = marks[node.element->value(QLatin1String("id"))];
        for (const xml::Node &part : node.element->children) {
            if (part.element && part.element->is(names::memsource, QLatin1String("content")))
                content = part.element->text();
        }
    }
}

InlineCode codeOf(const QRegularExpressionMatch &match, const QString &data)
{
    InlineCode code;
    if (!match.capturedView(1).isEmpty())
        code.kind = Kind::Opening;
    else if (!match.capturedView(2).isEmpty())
        code.kind = Kind::Closing;
    code.id = match.captured(code.kind == Kind::Opening ? 1 : code.kind == Kind::Closing ? 2 : 3);
    xml::appendText(code.markup, match.capturedView(0));
    code.display = code.id;
    if (!data.isEmpty())
        code.data = data;
    return code;
}

} // namespace

QHash<QString, QString> memsourceMarks(const Element &unit)
{
    QHash<QString, QString> marks;
    for (const xml::Node &node : unit.children) {
        if (node.element && (node.element->is(names::memsource, QLatin1String("tunit-metadata")) ||
                             node.element->is(names::memsource, QLatin1String("tunit-target-metadata"))))
            readMarks(*node.element, marks);
    }
    return marks;
}

InlineText withMemsourceCodes(const InlineText &text, const QHash<QString, QString> &marks)
{
    static const QRegularExpression tag(QStringLiteral("\\{(\\w+)>|<(\\w+)\\}|\\{(\\w+)\\}"));
    InlineText result;
    qsizetype done = 0;
    qsizetype copied = 0; // of the codes that are there already
    const auto copyTo = [&](qsizetype end) {
        const QStringView part = QStringView(text.text).sliced(done, end - done);
        for (qsizetype i = part.count(inlineCodeMark); i > 0 && copied < text.codes.size(); --i)
            result.codes.append(text.codes[copied++]);
        result.text += part;
        done = end;
    };
    for (auto all = tag.globalMatch(text.text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        const QString id = match.captured(1) + match.captured(2) + match.captured(3);
        const auto known = marks.constFind(id);
        if (known == marks.cend())
            continue;
        copyTo(match.capturedStart());
        result.codes.append(codeOf(match, *known));
        result.text += inlineCodeMark;
        done = match.capturedEnd();
    }
    if (done == 0)
        return text;
    copyTo(text.text.size());
    return result;
}

} // namespace verbale::xliff12
