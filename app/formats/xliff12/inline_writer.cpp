#include "formats/xliff12/inline_writer.h"

#include "xml/characters.h"
#include "xml/tag.h"

#include <QtCore/QStringList>

namespace verbale::xliff12 {

namespace {

/// Writes codes and keeps count of the tags that are open.
class Tags
{
public:
    QString write(const InlineCode &code);
    QString closeAll();

private:
    QString close(const QString &name);
    QStringList m_open;
};

QString endTag(const QString &name)
{
    return QLatin1String("</") + name + QLatin1Char('>');
}

QString Tags::write(const InlineCode &code)
{
    const std::optional<xml::Tag> tag = xml::scanTag(code.markup);
    if (!tag || tag->kind == xml::Tag::Kind::Empty)
        return code.markup; // a whole element, or a U+FFFC that stood in the file
    if (tag->kind == xml::Tag::Kind::Close)
        return close(tag->name);
    m_open.append(tag->name);
    return code.markup;
}

QString Tags::close(const QString &name)
{
    if (!m_open.contains(name))
        return {};
    QString out;
    QString closed;
    do {
        closed = m_open.takeLast();
        out += endTag(closed);
    } while (closed != name);
    return out;
}

QString Tags::closeAll()
{
    QString out;
    while (!m_open.isEmpty())
        out += endTag(m_open.takeLast());
    return out;
}

} // namespace

QString exactXml(const InlineText &text, const QString &lineEnd)
{
    const xml::TextStyle style{{}, lineEnd};
    QString out;
    if (text.codes.isEmpty()) {
        xml::appendText(out, text.text, style);
        return out;
    }
    Tags tags;
    qsizetype start = 0;
    const QStringView whole(text.text);
    for (const InlineCode &code : text.codes) {
        const qsizetype at = whole.indexOf(inlineCodeMark, start);
        if (at < 0)
            break;
        xml::appendText(out, whole.sliced(start, at - start), style);
        out += tags.write(code);
        start = at + 1;
    }
    xml::appendText(out, whole.sliced(start), style);
    return out + tags.closeAll();
}

} // namespace verbale::xliff12
