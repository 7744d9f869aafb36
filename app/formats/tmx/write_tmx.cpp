#include "formats/tmx/write_tmx.h"

#include "xml/characters.h"

#include <QtCore/QSet>

namespace verbale::tmx {

namespace {

constexpr qsizetype bufferedCharacters = 64 * 1024;

struct Attribute
{
    QLatin1String name;
    QLatin1String otherwise; ///< of one that has to be there
};

const QList<Attribute> &demanded()
{
    static const QList<Attribute> list{
        {QLatin1String("creationtool"), QLatin1String("Verbale")},
        {QLatin1String("creationtoolversion"), QLatin1String("unknown")},
        {QLatin1String("segtype"), QLatin1String("sentence")},
        {QLatin1String("o-tmf"), QLatin1String("unknown")},
        {QLatin1String("adminlang"), QLatin1String("en")},
        {QLatin1String("srclang"), QLatin1String("*all*")},
        {QLatin1String("datatype"), QLatin1String("unknown")},
    };
    return list;
}

const QStringList &headerAttributes()
{
    static const QStringList list{
        QStringLiteral("creationtool"), QStringLiteral("creationtoolversion"), QStringLiteral("segtype"),
        QStringLiteral("o-tmf"),        QStringLiteral("adminlang"),           QStringLiteral("srclang"),
        QStringLiteral("datatype"),     QStringLiteral("o-encoding"),          QStringLiteral("creationdate"),
        QStringLiteral("creationid"),   QStringLiteral("changedate"),          QStringLiteral("changeid")};
    return list;
}

const QStringList &variantAttributes()
{
    static const QStringList list{QStringLiteral("o-encoding"),   QStringLiteral("datatype"),
                                  QStringLiteral("usagecount"),   QStringLiteral("lastusagedate"),
                                  QStringLiteral("creationtool"), QStringLiteral("creationtoolversion"),
                                  QStringLiteral("creationdate"), QStringLiteral("creationid"),
                                  QStringLiteral("changedate"),   QStringLiteral("changeid"),
                                  QStringLiteral("o-tmf")};
    return list;
}

const QStringList &unitAttributes()
{
    static const QStringList list =
        variantAttributes() +
        QStringList{QStringLiteral("tuid"), QStringLiteral("segtype"), QStringLiteral("srclang")};
    return list;
}

bool isAllowed(const TmxAttribute &attribute)
{
    static const QStringList segmentTypes{QStringLiteral("block"), QStringLiteral("paragraph"),
                                          QStringLiteral("sentence"), QStringLiteral("phrase")};
    return attribute.name != QLatin1String("segtype") || segmentTypes.contains(attribute.value);
}

} // namespace

Result<void> TmxWriter::begin(const TmxHeader &header)
{
    TmxAttributes attributes = header.attributes;
    if (!isAllowed({QStringLiteral("segtype"), attributes.value(QLatin1String("segtype"))}))
        attributes.set(QStringLiteral("segtype"), {});
    for (const Attribute &attribute : demanded()) {
        if (!attributes.has(attribute.name))
            attributes.append({attribute.name, attribute.otherwise});
    }
    m_out += QLatin1String("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header");
    const QList<TmxDetail> more = appendAttributes(attributes, headerAttributes());
    const qsizetype tagEnd = m_out.size();
    appendDetails(header.details + more, QLatin1String("  "));
    appendUserEncodings(header.encodings);
    const bool isEmpty = m_out.size() == tagEnd;
    m_out.insert(tagEnd, isEmpty ? QLatin1String("/>\n") : QLatin1String(">\n"));
    if (!isEmpty)
        m_out += QLatin1String("</header>\n");
    m_out += QLatin1String("<body>\n");
    return flush(bufferedCharacters);
}

Result<void> TmxWriter::write(const TmxUnit &unit)
{
    if (unit.variants.isEmpty()) {
        ++m_losses[QStringLiteral("Units without any text are left out")];
        return {};
    }
    m_inline.startUnit();
    m_out += QLatin1String("<tu");
    const QList<TmxDetail> more = appendAttributes(unit.attributes, unitAttributes());
    m_out += QLatin1String(">\n");
    appendDetails(unit.details + more, QLatin1String("  "));
    for (const TmxVariant &variant : unit.variants)
        appendVariant(variant);
    m_out += QLatin1String("</tu>\n");
    ++m_units;
    return flush(bufferedCharacters);
}

void TmxWriter::appendVariant(const TmxVariant &variant)
{
    if (variant.language.isEmpty())
        ++m_losses[QStringLiteral("Texts in an unknown language are marked as \"und\"")];
    m_out += QLatin1String("  <tuv");
    xml::appendAttribute(m_out, u"xml:lang",
                         variant.language.isEmpty() ? QStringLiteral("und") : variant.language);
    const QList<TmxDetail> more = appendAttributes(variant.attributes, variantAttributes());
    const QList<TmxDetail> details = variant.details + more;
    m_out += u'>';
    if (!details.isEmpty()) {
        m_out += u'\n';
        appendDetails(details, QLatin1String("    "));
        m_out += QLatin1String("    ");
    }
    m_out += QLatin1String("<seg>");
    m_inline.append(m_out, variant.text);
    m_out += details.isEmpty() ? QLatin1String("</seg></tuv>\n") : QLatin1String("</seg>\n  </tuv>\n");
    replaced(m_inline.takeReplaced());
    if (const int repairs = m_inline.takeRepairs(); repairs > 0)
        m_losses[QStringLiteral(
            "Tags of highlighted text (hi) without a counterpart are closed or left out")] += repairs;
}

void TmxWriter::replaced(int characters)
{
    if (characters > 0)
        m_losses[QStringLiteral("Characters that XML does not allow are replaced by U+FFFD")] += characters;
}

/// What cannot stand as an attribute is given back as props.
QList<TmxDetail> TmxWriter::appendAttributes(const TmxAttributes &attributes, const QStringList &known)
{
    QList<TmxDetail> others;
    QSet<QString> written;
    for (const TmxAttribute &attribute : attributes.all()) {
        if (known.contains(attribute.name) && isAllowed(attribute) && !written.contains(attribute.name)) {
            written.insert(attribute.name);
            xml::appendAttribute(m_out, attribute.name, attribute.value);
            continue;
        }
        others.append({TmxDetail::Kind::Property,
                       QLatin1String("x-attribute-") + attribute.name,
                       attribute.value,
                       {},
                       {}});
        ++m_losses[QStringLiteral("Attributes that TMX does not have become props (x-attribute-...)")];
    }
    return others;
}

void TmxWriter::appendDetails(const QList<TmxDetail> &details, QLatin1String indent)
{
    for (const TmxDetail &detail : details) {
        const bool property = detail.kind == TmxDetail::Kind::Property;
        m_out += indent + (property ? QLatin1String("<prop") : QLatin1String("<note"));
        if (property)
            xml::appendAttribute(m_out, u"type", detail.type);
        if (!detail.encoding.isEmpty())
            xml::appendAttribute(m_out, u"o-encoding", detail.encoding);
        if (!detail.language.isEmpty())
            xml::appendAttribute(m_out, u"xml:lang", detail.language);
        m_out += u'>';
        replaced(forbiddenCharacters(detail.text));
        xml::appendText(m_out, detail.text);
        m_out += property ? QLatin1String("</prop>\n") : QLatin1String("</note>\n");
    }
}

void TmxWriter::appendUserEncodings(const QList<TmxUserEncoding> &encodings)
{
    for (const TmxUserEncoding &encoding : encodings) {
        if (encoding.characters.isEmpty()) {
            ++m_losses[QStringLiteral("User-defined encodings without characters are left out")];
            continue;
        }
        m_out += QLatin1String("  <ude");
        xml::appendAttribute(m_out, u"name", encoding.name);
        if (!encoding.base.isEmpty())
            xml::appendAttribute(m_out, u"base", encoding.base);
        m_out += QLatin1String(">\n");
        for (const TmxCharacter &character : encoding.characters) {
            m_out += QLatin1String("    <map");
            xml::appendAttribute(m_out, u"unicode", character.unicode);
            if (!character.code.isEmpty())
                xml::appendAttribute(m_out, u"code", character.code);
            if (!character.entity.isEmpty())
                xml::appendAttribute(m_out, u"ent", character.entity);
            if (!character.substitute.isEmpty())
                xml::appendAttribute(m_out, u"subst", character.substitute);
            m_out += QLatin1String("/>\n");
        }
        m_out += QLatin1String("  </ude>\n");
    }
}

Result<void> TmxWriter::end()
{
    m_out += QLatin1String("</body>\n</tmx>\n");
    return flush(0);
}

/// Writes what has been gathered, once it is more than `keep` characters.
Result<void> TmxWriter::flush(qsizetype keep)
{
    if (m_out.size() <= keep)
        return {};
    const QByteArray bytes = m_out.toUtf8();
    m_out.resize(0);
    if (m_device.write(bytes) == bytes.size())
        return {};
    return Error{
        QStringLiteral("file.write-failed"),
        QStringLiteral("The file could not be written (%1); free some space or choose another folder.")
            .arg(m_device.errorString()),
        {m_name}};
}

QStringList TmxWriter::losses() const
{
    QStringList sentences;
    for (auto loss = m_losses.cbegin(); loss != m_losses.cend(); ++loss)
        sentences.append(QStringLiteral("%1: %2.").arg(loss.key()).arg(loss.value()));
    return sentences;
}

} // namespace verbale::tmx
