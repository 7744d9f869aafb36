#include "formats/tmx/inline_writer.h"

#include "formats/tmx/markup.h"
#include "xml/characters.h"
#include "xml/stream.h"

#include <QtCore/QBuffer>

#include <utility>

namespace verbale::tmx {

namespace {

using Kind = InlineCode::Kind;

constexpr qsizetype mostChecked = 8192;

/// Walks through a piece of markup and finds what tmx14.dtd does not allow.
class MarkupCheck : public xml::StreamVisitor
{
public:
    void begin(const xml::StreamTag &tag) override
    {
        const Inline element = inlineElement(tag.name);
        const Inline parent = m_open.isEmpty() ? Inline::Sub : m_open.last();
        const bool inner = m_open.isEmpty() ? m_roots++ == 0 && element != Inline::Sub
                           : parent == Inline::Sub || parent == Inline::Hi ? element != Inline::Sub
                                                                           : element == Inline::Sub;
        valid = valid && inner && element != Inline::None && attributesFit(tag, element);
        m_open.append(element);
    }
    void end(const char *) override { m_open.removeLast(); }
    void text(QByteArrayView) override {}

    bool valid = true;

private:
    static QList<QByteArrayView> allowed(Inline element)
    {
        switch (element) {
        case Inline::Bpt:
            return {"i", "x", "type"};
        case Inline::Ept:
            return {"i"};
        case Inline::It:
            return {"pos", "x", "type"};
        case Inline::Ph:
            return {"x", "assoc", "type"};
        case Inline::Hi:
            return {"x", "type"};
        case Inline::Ut:
            return {"x"};
        case Inline::Sub:
            return {"datatype", "type"};
        case Inline::None:
            break;
        }
        return {};
    }

    static bool attributesFit(const xml::StreamTag &tag, Inline element)
    {
        const QList<QByteArrayView> names = allowed(element);
        for (int i = 0; i < tag.attributeCount; ++i) {
            if (!names.contains(QByteArrayView(tag.attributes[2 * i])))
                return false;
        }
        if (element == Inline::Bpt || element == Inline::Ept)
            return tag.value("i") != nullptr;
        const QByteArrayView position(tag.value("pos"));
        return element != Inline::It || position == "begin" || position == "end";
    }

    QList<Inline> m_open;
    int m_roots = 0;
};

/// XLIFF 1.2 and TMX have different words for a few types.
QString tmxType(const QString &type)
{
    return type == QLatin1String("underlined") || type == QLatin1String("underline")
               ? QStringLiteral("ulined")
               : type;
}

/// The name of the element of TMX that the code is a tag of, or that it is, whether TMX has it so or not.
QStringView spanName(const InlineCode &code)
{
    const QStringView markup(code.markup);
    for (const QStringView name : {u"hi", u"bpt", u"ept"}) {
        const qsizetype start = markup.startsWith(u"</") ? 2 : 1;
        const qsizetype end = start + name.size();
        if (markup.size() > end && markup.startsWith(u'<') && markup.sliced(start, name.size()) == name &&
            !markup[end].isLetterOrNumber() && markup[end] != u'-' && markup[end] != u':')
            return name;
    }
    return {};
}

} // namespace

int forbiddenCharacters(QStringView text)
{
    int count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit >= 0x20 && unit < 0xD800)
            continue;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (!xml::isXmlCharacter(unit))
            ++count;
    }
    return count;
}

bool isValidMarkup(const QString &markup)
{
    if (!markup.startsWith(u'<') || markup.startsWith(QLatin1String("<!")) ||
        markup.startsWith(QLatin1String("<?")) || !markup.endsWith(u'>'))
        return false;
    QByteArray bytes = markup.toUtf8();
    QBuffer buffer(&bytes);
    MarkupCheck check;
    return buffer.open(QIODevice::ReadOnly) && xml::parseStream(buffer, {}, check).ok() && check.valid;
}

InlineWriter::Form InlineWriter::native(const InlineCode &code)
{
    const auto known = m_checked.constFind(code.markup);
    if (known != m_checked.cend())
        return static_cast<Form>(*known);
    Form form = Form::Placeholder;
    if (code.markup == QString(inlineCodeMark))
        form = Form::Verbatim;
    else if (code.markup == QLatin1String("</hi>"))
        form = Form::HiClose;
    else if (isValidMarkup(code.markup))
        form = Form::Verbatim;
    else if (code.markup.startsWith(QLatin1String("<hi")) && !code.markup.endsWith(QLatin1String("/>")) &&
             isValidMarkup(code.markup + QLatin1String("</hi>")))
        form = Form::HiOpen;
    if (m_checked.size() >= mostChecked)
        m_checked.clear();
    m_checked.insert(code.markup, static_cast<int>(form));
    return form;
}

/// For each tag of hi, and each bpt and ept, the one that it makes a pair with; -1 for what has none. Of hi
/// those of one id come first, then what is left.
QList<qsizetype> InlineWriter::spanPartners(const QList<InlineCode> &codes, const QList<Form> &forms)
{
    QList<qsizetype> partners(codes.size(), -1);
    const auto join = [&](bool byId, bool hiAlone) {
        QHash<QString, QList<qsizetype>> open;
        for (qsizetype i = 0; i < codes.size(); ++i) {
            const QStringView name = spanName(codes[i]);
            const bool isHi = name == u"hi";
            if (name.isEmpty() || partners[i] >= 0 || (hiAlone && !isHi))
                continue;
            const bool ownsKind = !isHi || forms[i] == Form::Placeholder;
            QList<qsizetype> &opened = open[QChar(isHi ? u'h' : u'b') + (byId ? codes[i].id : QString())];
            if (ownsKind ? codes[i].kind == Kind::Opening : forms[i] == Form::HiOpen) {
                opened.append(i);
            } else if ((ownsKind ? codes[i].kind == Kind::Closing : forms[i] == Form::HiClose) &&
                       !opened.isEmpty()) {
                partners[i] = opened.takeLast();
                partners[partners[i]] = i;
            }
        }
    };
    join(true, false);
    join(false, true);
    return partners;
}

/// What each code is in TMX: of a pair both or none, and no closing tag of hi without an opening one.
QList<InlineWriter::Form> InlineWriter::natives(const QList<InlineCode> &codes)
{
    QList<Form> result;
    bool anyForeign = false;
    bool anyClosed = false;
    for (const InlineCode &code : codes) {
        result.append(native(code));
        anyForeign = anyForeign || result.last() == Form::Placeholder;
        anyClosed = anyClosed || result.last() == Form::HiClose;
    }
    if (!anyForeign && !anyClosed)
        return result;
    const QList<qsizetype> partners = spanPartners(codes, result);
    for (qsizetype i = 0; i < codes.size(); ++i) {
        if (partners[i] >= 0 && result[partners[i]] == Form::Placeholder)
            result[i] = Form::Placeholder;
        else if (partners[i] < 0 && result[i] == Form::HiClose)
            result[i] = Form::LeftOut;
    }
    return result;
}

/// How each code is written; an opening and a closing one of the same id are a pair.
QList<InlineWriter::Form> InlineWriter::forms(const InlineText &text)
{
    QList<Form> result = natives(text.codes);
    QHash<QString, QList<qsizetype>> open;
    m_pairs.fill(0, text.codes.size());
    int pairs = 0; // above the numbers of pairs that are written as they are
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (result[i] == Form::Verbatim)
            pairs = qMax(pairs, qMin(text.codes[i].id.toInt(), 1 << 24));
    }
    for (qsizetype i = 0; i < result.size(); ++i) {
        const InlineCode &code = text.codes[i];
        Form form = result[i];
        if (form == Form::Placeholder && code.kind != Kind::Standalone) {
            form = Form::Isolated;
            QList<qsizetype> &opened = open[code.id];
            if (code.kind == Kind::Opening) {
                opened.append(i);
            } else if (!opened.isEmpty()) {
                const qsizetype partner = opened.takeLast();
                result[partner] = form = Form::Paired;
                m_pairs[partner] = m_pairs[i] = ++pairs;
            }
        }
        result[i] = form;
    }
    return result;
}

int InlineWriter::number(const QString &id)
{
    if (id.isEmpty())
        return 0;
    int &known = m_numbers[id];
    if (known == 0)
        known = static_cast<int>(m_numbers.size());
    return known;
}

void InlineWriter::appendForeign(QString &out, const InlineCode &code, Form form, int pair)
{
    const bool opens = code.kind == Kind::Opening;
    const QLatin1String name(form == Form::Paired     ? (opens ? "bpt" : "ept")
                             : form == Form::Isolated ? "it"
                                                      : "ph");
    out += u'<' + name;
    if (form == Form::Paired)
        out += QLatin1String(" i=\"") + QString::number(pair) + u'"';
    if (form == Form::Isolated)
        out += opens ? QLatin1String(" pos=\"begin\"") : QLatin1String(" pos=\"end\"");
    if (form != Form::Paired || opens) {
        if (const int x = number(code.id); x > 0)
            out += QLatin1String(" x=\"") + QString::number(x) + u'"';
        if (!code.type.isEmpty())
            xml::appendAttribute(out, u"type", tmxType(code.type));
    }
    out += u'>';
    xml::appendText(out, code.data.isEmpty() ? code.markup : code.data.get());
    out += QLatin1String("</") + name + u'>';
}

void InlineWriter::append(QString &out, const InlineText &text)
{
    const QList<Form> all = forms(text);
    m_replaced += forbiddenCharacters(text.text);
    int highlights = 0;
    qsizetype next = 0;
    qsizetype start = 0;
    const QStringView view(text.text);
    for (qsizetype at = view.indexOf(inlineCodeMark); at >= 0 && next < all.size();
         at = view.indexOf(inlineCodeMark, start)) {
        xml::appendText(out, view.sliced(start, at - start));
        start = at + 1;
        const InlineCode &code = text.codes.at(next);
        const Form form = all[next];
        if (form == Form::LeftOut) {
            ++m_repairs;
        } else if (form == Form::Verbatim || form == Form::HiOpen || form == Form::HiClose) {
            highlights += form == Form::HiOpen ? 1 : form == Form::HiClose ? -1 : 0;
            out += code.markup;
        } else {
            appendForeign(out, code, form, m_pairs[next]);
        }
        ++next;
    }
    xml::appendText(out, view.sliced(start));
    for (; highlights > 0; --highlights, ++m_repairs)
        out += QLatin1String("</hi>");
}

} // namespace verbale::tmx
