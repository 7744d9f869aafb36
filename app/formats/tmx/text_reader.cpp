#include "formats/tmx/text_reader.h"

#include "formats/tmx/markup.h"

namespace verbale::tmx {

namespace {

using Kind = InlineCode::Kind;

constexpr qsizetype longestDisplay = 40;

/// "<bpt i="1"" without the ">".
void appendTag(QByteArray &out, const xml::StreamTag &tag)
{
    out += '<';
    out += tag.name;
    for (int i = 0; i < tag.attributeCount; ++i) {
        out += ' ';
        out += tag.attributes[2 * i];
        out += "=\"";
        appendAttributeValue(out, tag.attributes[2 * i + 1]);
        out += '"';
    }
}

QString display(const InlineCode &code, const QString &element)
{
    const QString data = code.data.get().simplified();
    if (data.size() > longestDisplay)
        return data.left(longestDisplay - 1) + QChar(0x2026);
    for (const QString &text : {data, code.type.get(), code.id}) {
        if (!text.isEmpty())
            return text;
    }
    return element;
}

} // namespace

void TextReader::start(InlineText &text, Warn warn)
{
    m_target = &text;
    m_warn = std::move(warn);
    m_text.clear();
    m_spans.clear();
    m_inCode = 0;
    m_spanJustBegun = false;
}

void TextReader::begin(const xml::StreamTag &tag)
{
    const Inline element = inlineElement(tag.name);
    if (m_inCode > 0) {
        if (element != Inline::Sub && element == Inline::None)
            m_warn(QStringLiteral("<%1> in an inline code is no element of TMX; it is kept as it is.")
                       .arg(QString::fromUtf8(tag.name)));
        if (m_tagOpen)
            m_markup += '>';
        appendTag(m_markup, tag);
        m_tagOpen = true;
        ++m_inCode;
        return;
    }
    flush();
    if (element == Inline::Hi)
        beginSpan(tag, true);
    else if (element == Inline::None || element == Inline::Sub)
        beginSpan(tag, false);
    else
        beginCode(tag);
}

void TextReader::beginCode(const xml::StreamTag &tag)
{
    const auto value = [&tag](const char *name) { return QString::fromUtf8(tag.value(name)); };
    const Inline element = inlineElement(tag.name);
    m_code = {};
    m_code.type = value("type");
    const bool paired = element == Inline::Bpt || element == Inline::Ept;
    m_code.id = value(paired ? "i" : "x");
    if (paired)
        m_code.kind = element == Inline::Bpt ? Kind::Opening : Kind::Closing;
    if (paired && m_code.id.isEmpty())
        m_warn(QStringLiteral("<%1> has no i, which pairs it.").arg(QString::fromUtf8(tag.name)));
    if (element == Inline::It) {
        const QString position = value("pos");
        if (position == QLatin1String("begin"))
            m_code.kind = Kind::Opening;
        else if (position == QLatin1String("end"))
            m_code.kind = Kind::Closing;
        else
            m_warn(QStringLiteral("<it> needs pos=\"begin\" or pos=\"end\"."));
    }
    m_markup.clear();
    m_data.clear();
    appendTag(m_markup, tag);
    m_tagOpen = true;
    m_inCode = 1;
}

/// An element whose content is text for the translator: each of its tags is a code.
void TextReader::beginSpan(const xml::StreamTag &tag, bool known)
{
    if (!known)
        m_warn(QStringLiteral("<%1> in a text is no element of TMX; its tags are kept as codes.")
                   .arg(QString::fromUtf8(tag.name)));
    QByteArray markup;
    appendTag(markup, tag);
    InlineCode code;
    code.kind = Kind::Opening;
    code.id = QString::fromUtf8(tag.value(known ? "x" : "id"));
    code.type = QString::fromUtf8(tag.value("type"));
    code.markup = QString::fromUtf8(markup + '>');
    code.display = display(code, QString::fromUtf8(tag.name));
    m_spans.append(code.id);
    appendCode(std::move(code));
    m_spanJustBegun = true;
}

void TextReader::end(const char *name)
{
    if (m_inCode == 0) {
        endSpan(name);
        return;
    }
    if (m_tagOpen)
        m_markup += "/>";
    else
        (((m_markup += "</") += name) += '>');
    m_tagOpen = false;
    if (--m_inCode > 0)
        return;
    m_code.markup = QString::fromUtf8(m_markup);
    m_code.data = QString::fromUtf8(m_data);
    m_code.display = display(m_code, QString::fromUtf8(name));
    appendCode(std::move(m_code));
}

void TextReader::endSpan(const char *name)
{
    const QString id = m_spans.takeLast();
    if (m_spanJustBegun && m_text.isEmpty()) { // <hi/>
        InlineCode &code = m_target->codes[m_target->codes.size() - 1];
        code.kind = Kind::Standalone;
        code.markup = code.markup.chopped(1) + QLatin1String("/>");
        m_spanJustBegun = false;
        return;
    }
    flush();
    const QString element = QString::fromUtf8(name);
    InlineCode code;
    code.kind = Kind::Closing;
    code.id = id;
    code.markup = QLatin1String("</") + element + QLatin1Char('>');
    code.display = id.isEmpty() ? element : id;
    appendCode(std::move(code));
}

void TextReader::addToCode(QByteArrayView utf8)
{
    if (m_tagOpen)
        m_markup += '>';
    m_tagOpen = false;
    appendContent(m_markup, utf8);
    m_data += utf8;
}

void TextReader::appendCode(InlineCode code)
{
    m_target->codes.append(std::move(code));
    m_target->text += inlineCodeMark;
    m_spanJustBegun = false;
}

/// A U+FFFC of the file itself becomes a code too, or the codes after it would be miscounted.
void TextReader::flush()
{
    if (m_text.isEmpty())
        return;
    const QString text = QString::fromUtf8(m_text);
    m_text.clear();
    m_spanJustBegun = false;
    for (qsizetype at = text.indexOf(inlineCodeMark); at >= 0; at = text.indexOf(inlineCodeMark, at + 1)) {
        InlineCode code;
        code.markup = QString(inlineCodeMark);
        code.display = code.markup;
        m_target->codes.append(std::move(code));
    }
    m_target->text.isEmpty() ? void(m_target->text = text) : void(m_target->text += text);
}

} // namespace verbale::tmx
