#include "formats/tmx/reader.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace verbale::tmx {

namespace {

/// What an element costs of the limit beside its text: an empty one takes memory too.
constexpr qint64 elementCost = 64;
constexpr std::size_t mostNames = 64;

constexpr std::array unitAttributes{"tuid",
                                    "o-encoding",
                                    "datatype",
                                    "usagecount",
                                    "lastusagedate",
                                    "creationtool",
                                    "creationtoolversion",
                                    "creationdate",
                                    "creationid",
                                    "changedate",
                                    "segtype",
                                    "changeid",
                                    "o-tmf",
                                    "srclang"};
constexpr std::array variantAttributes{
    "o-encoding",   "datatype",   "usagecount", "lastusagedate", "creationtool", "creationtoolversion",
    "creationdate", "creationid", "changedate", "changeid",      "o-tmf"};
constexpr std::array headerAttributes{
    "creationtool", "creationtoolversion", "segtype",      "o-tmf",      "adminlang",  "srclang",
    "datatype",     "o-encoding",          "creationdate", "creationid", "changedate", "changeid"};

bool is(const char *name, const char *wanted)
{
    return std::strcmp(name, wanted) == 0;
}

template <std::size_t N>
bool holds(const std::array<const char *, N> &names, const char *name)
{
    return std::any_of(names.begin(), names.end(), [name](const char *known) { return is(known, name); });
}

bool isKnownAttribute(const char *element, const char *name)
{
    if (is(element, "tu"))
        return holds(unitAttributes, name);
    return is(element, "tuv") ? holds(variantAttributes, name) : holds(headerAttributes, name);
}

bool isLanguageAttribute(const char *name)
{
    return is(name, "xml:lang") || is(name, "lang");
}

QString language(const xml::StreamTag &tag)
{
    const char *value = tag.value("xml:lang");
    return QString::fromUtf8(value != nullptr ? value : tag.value("lang"));
}

bool isBlank(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

QString shortName(const char *name)
{
    return QString::fromUtf8(name).left(64);
}

} // namespace

void Reader::begin(const xml::StreamTag &tag)
{
    qint64 bytes = elementCost;
    for (int i = 0; i < tag.attributeCount; ++i)
        bytes += elementCost + static_cast<qint64>(std::strlen(tag.attributes[2 * i + 1]));
    if (!spend(bytes))
        return;
    if (m_open.empty()) {
        beginRoot(tag);
        return;
    }
    switch (m_open.back()) {
    case Where::Tmx:
        beginInTmx(tag);
        break;
    case Where::Header:
        beginInHeader(tag);
        break;
    case Where::UserEncoding:
        if (is(tag.name, "map")) {
            const auto value = [&tag](const char *name) { return QString::fromUtf8(tag.value(name)); };
            summary.header.encodings.last().characters.append(
                {value("unicode"), value("code"), value("ent"), value("subst")});
            m_open.push_back(Where::Skipped);
        } else {
            skip(tag, "ude");
        }
        break;
    case Where::Body:
        is(tag.name, "tu") ? beginUnit(tag) : skip(tag, "body");
        break;
    case Where::Unit:
        beginInUnit(tag);
        break;
    case Where::Variant:
        beginInVariant(tag);
        break;
    case Where::Segment:
        ++m_inSegment;
        m_text.begin(tag);
        break;
    case Where::Detail:
        warn(QStringLiteral("<%1> in a note or prop is no element of TMX; its text is kept.")
                 .arg(shortName(tag.name)));
        m_open.push_back(Where::Detail);
        break;
    case Where::Skipped:
        m_open.push_back(Where::Skipped);
        break;
    }
}

/// Whether this much more of the unit may be held.
bool Reader::spend(qint64 bytes)
{
    const bool held = !m_open.empty() && m_open.back() != Where::Tmx && m_open.back() != Where::Body &&
                      m_open.back() != Where::Skipped;
    if (!held)
        return true;
    m_spent += bytes;
    if (m_spent <= m_options.maximumUnitBytes)
        return true;
    error =
        Error{QStringLiteral("tmx.too-large"),
              QStringLiteral("A unit (or the header) holds more than %1 MB, which no real file needs; the "
                             "file is damaged or not meant to be read.")
                  .arg(m_options.maximumUnitBytes / (1024 * 1024))};
    return false;
}

void Reader::beginRoot(const xml::StreamTag &tag)
{
    if (!is(tag.name, "tmx")) {
        error = Error{
            QStringLiteral("tmx.not-tmx"),
            QStringLiteral("This is not a TMX file: its first element is <%1>.").arg(shortName(tag.name))};
        return;
    }
    const QString version = QString::fromUtf8(tag.value("version")).trimmed().left(64);
    if (version.isEmpty()) {
        warn(QStringLiteral("The file does not say its version of TMX; it is read as 1.4."));
    } else if (!version.startsWith(QLatin1String("1."))) {
        error = Error{QStringLiteral("tmx.unsupported-version"),
                      QStringLiteral("TMX %1 is not read; save the file as TMX 1.4.").arg(version)};
        return;
    } else {
        summary.header.version = version;
    }
    m_open.push_back(Where::Tmx);
}

void Reader::beginInTmx(const xml::StreamTag &tag)
{
    if (is(tag.name, "header") && !m_headerTold) {
        m_spent = 0;
        summary.header.attributes = attributes(tag, "header");
        m_open.push_back(Where::Header);
    } else if (is(tag.name, "body")) {
        if (!m_headerTold)
            warn(QStringLiteral("The file has no <header> before its <body>."));
        tellHeader();
        m_open.push_back(Where::Body);
    } else {
        skip(tag, "tmx");
    }
}

void Reader::beginInHeader(const xml::StreamTag &tag)
{
    if (isDetail(tag)) {
        beginDetail(tag);
    } else if (is(tag.name, "ude")) {
        summary.header.encodings.append(
            {QString::fromUtf8(tag.value("name")), QString::fromUtf8(tag.value("base")), {}});
        m_open.push_back(Where::UserEncoding);
    } else {
        skip(tag, "header");
    }
}

void Reader::beginInUnit(const xml::StreamTag &tag)
{
    if (is(tag.name, "tuv"))
        beginVariant(tag);
    else if (isDetail(tag))
        beginDetail(tag);
    else
        skip(tag, "tu");
}

void Reader::beginInVariant(const xml::StreamTag &tag)
{
    if (is(tag.name, "seg") && !m_hasSegment)
        beginSegment();
    else if (isDetail(tag))
        beginDetail(tag);
    else
        skip(tag, "tuv");
}

bool Reader::isDetail(const xml::StreamTag &tag) const
{
    return is(tag.name, "note") || is(tag.name, "prop");
}

void Reader::beginDetail(const xml::StreamTag &tag)
{
    m_detail = {};
    m_detail.kind = is(tag.name, "prop") ? TmxDetail::Kind::Property : TmxDetail::Kind::Note;
    m_detail.type = QString::fromUtf8(tag.value("type"));
    m_detail.language = language(tag);
    m_detail.encoding = QString::fromUtf8(tag.value("o-encoding"));
    m_detailText.clear();
    m_open.push_back(Where::Detail);
}

void Reader::beginUnit(const xml::StreamTag &tag)
{
    m_spent = 0;
    m_strayText = false;
    m_unit = {};
    m_unit.attributes = attributes(tag, "tu");
    m_unit.offset = offset();
    m_open.push_back(Where::Unit);
}

void Reader::beginVariant(const xml::StreamTag &tag)
{
    m_variant = {};
    m_variant.language = language(tag);
    m_variant.attributes = attributes(tag, "tuv");
    m_hasSegment = false;
    if (m_variant.language.isEmpty())
        warn(QStringLiteral("<tuv> has no xml:lang, so that its language is unknown."));
    m_open.push_back(Where::Variant);
}

void Reader::beginSegment()
{
    m_hasSegment = true;
    m_inSegment = 0;
    m_text.start(m_variant.text, [this](const QString &sentence) { warn(sentence); });
    m_open.push_back(Where::Segment);
}

void Reader::skip(const xml::StreamTag &tag, const char *parent)
{
    warn(QStringLiteral("<%1> does not belong in <%2>; it is left out.")
             .arg(shortName(tag.name), QLatin1String(parent)));
    m_open.push_back(Where::Skipped);
}

void Reader::end(const char *name)
{
    if (m_open.back() == Where::Segment && m_inSegment > 0) {
        --m_inSegment;
        m_text.end(name);
        return;
    }
    const Where ended = m_open.back();
    m_open.pop_back();
    switch (ended) {
    case Where::Header:
        tellHeader();
        break;
    case Where::Unit:
        endUnit();
        break;
    case Where::Variant:
        endVariant();
        break;
    case Where::Segment:
        m_text.finish();
        break;
    case Where::Detail:
        if (m_open.back() == Where::Detail) // an element in it
            break;
        m_detail.text = QString::fromUtf8(m_detailText);
        (m_open.back() == Where::Header    ? summary.header.details
         : m_open.back() == Where::Variant ? m_variant.details
                                           : m_unit.details)
            .append(m_detail);
        break;
    case Where::Tmx:
        if (!m_headerTold)
            warn(QStringLiteral("The file has no <header> and no <body>."));
        tellHeader();
        break;
    case Where::Body:
    case Where::UserEncoding:
    case Where::Skipped:
        break;
    }
}

void Reader::endVariant()
{
    if (!m_hasSegment)
        warn(QStringLiteral("<tuv> has no <seg>, so that it has no text."));
    m_unit.variants.append(std::move(m_variant));
}

void Reader::endUnit()
{
    if (m_unit.variants.isEmpty())
        warn(QStringLiteral("<tu> has no <tuv>, so that it has no text."));
    ++summary.units;
    const Result<void> taken = m_take(m_unit);
    if (!taken)
        error = taken.error();
}

void Reader::text(QByteArrayView utf8)
{
    if (m_open.empty() || !spend(utf8.size()))
        return;
    if (m_open.back() == Where::Segment) {
        m_text.add(utf8);
    } else if (m_open.back() == Where::Detail) {
        m_detailText += utf8;
    } else if (m_open.back() != Where::Skipped && !m_strayText && !isBlank(utf8)) {
        m_strayText = true;
        warn(QStringLiteral("Text stands outside of <seg>, <note> and <prop>; it is left out."));
    }
}

void Reader::tellHeader()
{
    if (m_headerTold)
        return;
    m_headerTold = true;
    if (m_options.header)
        m_options.header(summary.header);
}

TmxAttributes Reader::attributes(const xml::StreamTag &tag, const char *element)
{
    TmxAttributes result;
    for (int i = 0; i < tag.attributeCount; ++i) {
        const char *name = tag.attributes[2 * i];
        if (is(element, "tuv") && isLanguageAttribute(name))
            continue;
        if (!isKnownAttribute(element, name))
            warn(QStringLiteral("<%1> has no attribute %2 in TMX; it is kept.")
                     .arg(QLatin1String(element), shortName(name)));
        result.append({attributeName(name), QString::fromUtf8(tag.attributes[2 * i + 1])});
    }
    return result;
}

QString Reader::attributeName(const char *name)
{
    for (const auto &[known, text] : m_names) {
        if (known == name)
            return text;
    }
    QString text = QString::fromUtf8(name);
    if (m_names.size() < mostNames)
        m_names.emplace_back(name, text);
    return text;
}

void Reader::warn(const QString &sentence)
{
    if (summary.warnings.size() < m_options.maximumWarnings)
        summary.warnings.append(Error{{}, sentence, place()}.text());
    else
        ++summary.moreWarnings;
}

} // namespace verbale::tmx
