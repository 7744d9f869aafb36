#include "formats/xliff/code_facts.h"

#include "formats/xliff/names.h"
#include "xml/tag.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::xliff {

namespace {

using Kind = InlineCode::Kind;
using xml::Tag;

const QRegularExpression &userDefined()
{
    static const QRegularExpression form(QStringLiteral("^[^\\s:]+:[^\\s:]+$"));
    return form;
}

bool isType(const QString &type)
{
    static const QStringList types = {QStringLiteral("fmt"),   QStringLiteral("ui"),
                                      QStringLiteral("quote"), QStringLiteral("link"),
                                      QStringLiteral("image"), QStringLiteral("other")};
    return types.contains(type);
}

/// The character that "amp" or "#x41" stands for; nothing for an entity of the file's own.
std::optional<QString> entity(QStringView name)
{
    static const QHash<QString, QString> known = {{QStringLiteral("amp"), QStringLiteral("&")},
                                                  {QStringLiteral("lt"), QStringLiteral("<")},
                                                  {QStringLiteral("gt"), QStringLiteral(">")},
                                                  {QStringLiteral("quot"), QStringLiteral("\"")},
                                                  {QStringLiteral("apos"), QStringLiteral("'")}};
    if (const auto it = known.constFind(name.toString()); it != known.cend())
        return *it;
    if (!name.startsWith(u'#'))
        return std::nullopt;
    bool ok = false;
    const bool hexadecimal = name.size() > 1 && name[1] == u'x';
    const uint point = hexadecimal ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok, 10);
    if (!ok || point > 0x10FFFF)
        return std::nullopt;
    const char32_t character = point;
    return QString::fromUcs4(&character, 1);
}

/// An attribute's value with its references resolved; nothing where that cannot be done here.
std::optional<QString> unescaped(const QString &raw)
{
    if (!raw.contains(u'&'))
        return raw;
    QString out;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != u'&') {
            out += raw[i];
            continue;
        }
        const qsizetype end = raw.indexOf(u';', i);
        const std::optional<QString> character =
            end < 0 ? std::nullopt : entity(QStringView(raw).sliced(i + 1, end - i - 1));
        if (!character)
            return std::nullopt;
        out += *character;
        i = end;
    }
    return out;
}

/// The first tag of a markup: of "<ph id='1'>{0}</ph>" its start tag.
std::optional<Tag> firstTag(const QString &markup)
{
    if (std::optional<Tag> tag = xml::scanTag(markup))
        return tag;
    QChar quote;
    for (qsizetype i = 0; i < markup.size(); ++i) {
        const QChar c = markup[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (c == u'>')
            return xml::scanTag(QStringView(markup).first(i + 1));
    }
    return std::nullopt;
}

QString valueOf(const Tag &tag, const char *name)
{
    const xml::TagAttribute *attribute = tag.attribute(QString::fromLatin1(name));
    return attribute == nullptr ? QString() : unescaped(attribute->raw).value_or(QString());
}

QString oneOf(const QString &value, std::initializer_list<const char *> allowed)
{
    for (const char *candidate : allowed) {
        if (value == QLatin1String(candidate))
            return value;
    }
    return {};
}

/// XLIFF 1.2's ph and mrk share their names with those of 2.x.
bool isOfXliff2(const Tag &tag, const InlineCode &code)
{
    static const QStringList names = {QStringLiteral("ph"), QStringLiteral("pc"),  QStringLiteral("sc"),
                                      QStringLiteral("ec"), QStringLiteral("mrk"), QStringLiteral("sm"),
                                      QStringLiteral("em"), QStringLiteral("cp")};
    if (!names.contains(tag.localName()))
        return false;
    for (const char *older : {"ctype", "mtype", "assoc", "xid", "equiv-text", "crc"}) {
        if (tag.attribute(QString::fromLatin1(older)) != nullptr)
            return false;
    }
    // "<ph id='1'>content</ph>"
    return tag.localName() != QLatin1String("ph") || tag.kind != Tag::Kind::Open ||
           code.markup.indexOf(QLatin1String("</")) == code.markup.indexOf(u'>') + 1;
}

void readTag(CodeTag &into, const Tag &tag, const char *suffix)
{
    const auto value = [&](const char *name) {
        return valueOf(tag, (QByteArray(name) + suffix).constData());
    };
    into.display = value("disp");
    into.equivalent = value("equiv");
    into.subFlows = value("subFlows");
}

void readAnnotation(CodeFacts &facts, const Tag &tag)
{
    facts.form = CodeFacts::Form::Annotation;
    facts.translate = oneOf(valueOf(tag, "translate"), {"yes", "no"});
    facts.type = valueOf(tag, "type");
    if (oneOf(facts.type, {"generic", "comment", "term"}).isEmpty() &&
        !userDefined().match(facts.type).hasMatch())
        facts.type.clear();
    facts.subType = valueOf(tag, "ref");
    facts.value = valueOf(tag, "value");
}

CodeFacts factsOfXliff2(const Tag &tag, const InlineCode &code)
{
    CodeFacts facts;
    const QString name = tag.localName();
    facts.id = valueOf(tag, "id");
    if (facts.id.isEmpty())
        facts.id = valueOf(tag, "startRef");
    if (name == QLatin1String("mrk") || name == QLatin1String("sm") || name == QLatin1String("em")) {
        readAnnotation(facts, tag);
    } else {
        facts.canCopy = valueOf(tag, "canCopy") != QLatin1String("no");
        facts.canDelete = valueOf(tag, "canDelete") != QLatin1String("no");
        facts.canReorder = oneOf(valueOf(tag, "canReorder"), {"no", "firstNo"});
        facts.canOverlap = oneOf(valueOf(tag, "canOverlap"), {"yes", "no"});
        facts.direction = oneOf(valueOf(tag, "dir"), {"ltr", "rtl", "auto"});
        facts.type = valueOf(tag, "type");
        facts.subType = valueOf(tag, "subType");
        const bool isPair = name == QLatin1String("pc");
        readTag(facts.tag, tag, isPair ? "Start" : "");
        if (isPair)
            readTag(facts.end, tag, "End");
    }
    const bool spans = name == QLatin1String("pc") || name == QLatin1String("mrk");
    facts.pairElement = spans;
    if (spans) {
        facts.kind = tag.kind == Tag::Kind::Close ? Kind::Closing : Kind::Opening;
        facts.isEmptyPair = tag.kind == Tag::Kind::Empty || code.markup.contains(QLatin1String("></"));
    } else if (name == QLatin1String("sc") || name == QLatin1String("sm")) {
        facts.kind = Kind::Opening;
    } else if (name == QLatin1String("ec") || name == QLatin1String("em")) {
        facts.kind = Kind::Closing;
    }
    return facts;
}

/// mtype of XLIFF 1.2: "protected" is translate="no" of 2.x, "term" is "term".
void readOldAnnotation(CodeFacts &facts, const Tag &tag)
{
    facts.form = CodeFacts::Form::Annotation;
    const QString type = valueOf(tag, "mtype");
    const QString comment = valueOf(tag, "comment");
    if (type == QLatin1String("protected")) {
        facts.translate = QStringLiteral("no");
    } else if (type == QLatin1String("term")) {
        facts.type = type;
        facts.value = comment;
    } else if (!comment.isEmpty()) {
        facts.type = QStringLiteral("comment");
        facts.value = comment;
    } else if (!type.isEmpty()) {
        facts.type = names::ownPrefix + QString::fromLatin1(type.toUtf8().toPercentEncoding());
    }
}

/// Whatever is known of a code that is not of XLIFF 2.x.
CodeFacts factsOfOthers(const std::optional<Tag> &tag, const InlineCode &code)
{
    CodeFacts facts;
    facts.kind = code.kind;
    const QString name = tag ? tag->localName() : QString();
    if (name == QLatin1String("mrk")) {
        readOldAnnotation(facts, *tag);
        facts.kind = tag->kind == Tag::Kind::Close ? Kind::Closing : Kind::Opening;
        facts.isEmptyPair = tag->kind == Tag::Kind::Empty || code.markup.contains(QLatin1String("></"));
        return facts;
    }
    if (tag)
        facts.tag.equivalent = valueOf(*tag, "equiv-text");
    if (tag && name == QLatin1String("it") && facts.kind == Kind::Standalone) {
        const QString position = valueOf(*tag, "pos");
        if (!oneOf(position, {"open", "begin"}).isEmpty())
            facts.kind = Kind::Opening;
        else if (!oneOf(position, {"close", "end"}).isEmpty())
            facts.kind = Kind::Closing;
    }
    if (!tag && code.data.isEmpty())
        facts.tag.data = code.markup; // what is no markup at all is content
    return facts;
}

void addModel(CodeFacts &facts, const InlineCode &code)
{
    if (facts.id.isEmpty())
        facts.id = code.id;
    if (facts.form == CodeFacts::Form::Annotation)
        return;
    facts.canCopy = facts.canCopy && code.canCopy;
    facts.canDelete = facts.canDelete && code.canDelete;
    if (!code.canReorder && facts.canReorder.isEmpty())
        facts.canReorder = QStringLiteral("firstNo");
    if (!code.data.isEmpty())
        facts.tag.data = code.data;
    const QString &display = code.display;
    if (facts.tag.display.isEmpty() && facts.tag.equivalent.isEmpty() && display != facts.id &&
        display != facts.tag.data && display != code.markup)
        facts.tag.display = display;
    const CodeType own = codeType(code.type);
    if (!isType(facts.type))
        facts.type = own.type;
    if (facts.subType.isEmpty() && facts.type == own.type)
        facts.subType = own.subType;
    const CodeType checked = codeType(facts.subType);
    if (facts.subType.startsWith(QLatin1String("xlf:")) ? checked.type != facts.type
                                                        : !userDefined().match(facts.subType).hasMatch())
        facts.subType.clear();
}

} // namespace

CodeType codeType(const QString &type)
{
    static const QHash<QString, QString> subTypes = {
        {QStringLiteral("bold"), QStringLiteral("xlf:b")},
        {QStringLiteral("x-bold"), QStringLiteral("xlf:b")},
        {QStringLiteral("italic"), QStringLiteral("xlf:i")},
        {QStringLiteral("x-italic"), QStringLiteral("xlf:i")},
        {QStringLiteral("underlined"), QStringLiteral("xlf:u")},
        {QStringLiteral("x-underlined"), QStringLiteral("xlf:u")},
        {QStringLiteral("lb"), QStringLiteral("xlf:lb")},
        {QStringLiteral("pb"), QStringLiteral("xlf:pb")}};
    if (type.isEmpty())
        return {};
    if (isType(type))
        return {type, {}};
    const QString subType = subTypes.value(type, type);
    // "x-link" of a placeholder in 1.2, whose own list lacks it.
    if (const QString inner = QString::fromUtf8(QByteArray::fromPercentEncoding(type.mid(2).toUtf8()));
        subType == type && type.startsWith(QLatin1String("x-")) &&
        (isType(inner) || userDefined().match(inner).hasMatch()))
        return codeType(inner);
    if (subType == QLatin1String("xlf:var"))
        return {QStringLiteral("ui"), subType};
    if (subType.startsWith(QLatin1String("xlf:"))) {
        const bool known = !oneOf(subType, {"xlf:b", "xlf:i", "xlf:u", "xlf:lb", "xlf:pb"}).isEmpty();
        return known ? CodeType{QStringLiteral("fmt"), subType} : CodeType{QStringLiteral("other"), {}};
    }
    if (userDefined().match(subType).hasMatch())
        return {QStringLiteral("other"), subType};
    return {QStringLiteral("other"),
            names::ownPrefix + QString::fromLatin1(type.toUtf8().toPercentEncoding())};
}

CodeFacts factsOf(const InlineCode &code)
{
    CodeFacts facts;
    if (code.markup == inlineCodeMark) {
        facts.form = CodeFacts::Form::Literal;
        return facts;
    }
    const std::optional<Tag> tag = firstTag(code.markup);
    facts = tag && isOfXliff2(*tag, code) ? factsOfXliff2(*tag, code) : factsOfOthers(tag, code);
    addModel(facts, code);
    return facts;
}

} // namespace verbale::xliff
