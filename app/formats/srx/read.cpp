#include "formats/srx/srx.h"

#include "xml/characters.h"
#include "xml/parse.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::srx {

namespace {

using xml::Element;

constexpr qsizetype maximumBytes = 16LL * 1024 * 1024;
constexpr qsizetype maximumRules = 100'000;
constexpr qsizetype maximumPattern = 10'000;

QRegularExpression languageExpression(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::CaseInsensitiveOption);
}

class SrxReader : public xml::Visitor
{
public:
    SrxReader(const QByteArray &bytes, const QString &fileName) : m_bytes(bytes), m_fileName(fileName) {}

    Take begin(const Element &tag) override;
    void tree(const Element &element) override;
    void end() override { --m_depth; }

    /// What can be judged only at the end.
    void finish();

    ReadSrx result;

private:
    Take beginRoot(const Element &tag);
    void readHeader(const Element &tag);
    void readFormatHandle(const Element &tag);
    void readMap(const Element &tag);
    QString readPattern(const Element &element);
    [[nodiscard]] Place place(qint64 offset) const;
    void refuse(qint64 offset, const char *code, const QString &message);
    [[nodiscard]] qint64 placeInPattern(const Element &element, const QString &pattern, qint64 column) const;

    const QByteArray &m_bytes;
    const QString &m_fileName;
    QString m_namespace;
    int m_depth = 0;
    qsizetype m_ruleCount = 0;
};

SrxReader::Take SrxReader::begin(const Element &tag)
{
    static const QSet<QString> containers = {QStringLiteral("header"),        QStringLiteral("body"),
                                             QStringLiteral("languagerules"), QStringLiteral("languagerule"),
                                             QStringLiteral("maprules"),      QStringLiteral("maprule")};
    if (m_depth == 0)
        return beginRoot(tag);
    if (tag.ns != m_namespace)
        return Take::Skip; // an extension of another tool
    if (tag.name == QLatin1String("rule") && !result.srx.languageRules.isEmpty())
        return Take::Tree;
    if (tag.name == QLatin1String("formathandle"))
        readFormatHandle(tag);
    else if (tag.name == QLatin1String("languagemap"))
        readMap(tag);
    if (!containers.contains(tag.name))
        return Take::Skip;
    if (tag.name == QLatin1String("header"))
        readHeader(tag);
    else if (tag.name == QLatin1String("languagerule"))
        result.srx.languageRules.append({tag.value(QLatin1String("languagerulename")), {}});
    ++m_depth;
    return Take::Walk;
}

SrxReader::Take SrxReader::beginRoot(const Element &tag)
{
    const QString version = tag.value(QLatin1String("version"));
    if (tag.name != QLatin1String("srx")) {
        refuse(tag.start, "srx.not-srx",
               QStringLiteral("The file is XML, but its root is <%1> and not <srx>; choose a file of "
                              "segmentation rules.")
                   .arg(tag.name));
        return Take::Skip;
    }
    if (version != QLatin1String("2.0") && version != QLatin1String("1.0")) {
        refuse(tag.start, "srx.unsupported-version",
               QStringLiteral("The file is SRX %1, and Verbale reads 2.0 and 1.0; export it as 2.0.")
                   .arg(version.isEmpty() ? QStringLiteral("without a version") : version));
        return Take::Skip;
    }
    m_namespace = tag.ns;
    ++m_depth;
    return Take::Walk;
}

void SrxReader::readHeader(const Element &tag)
{
    result.srx.cascade = tag.value(QLatin1String("cascade")) == QLatin1String("yes");
    result.srx.segmentSubflows = tag.value(QLatin1String("segmentsubflows")) != QLatin1String("no");
}

void SrxReader::readFormatHandle(const Element &tag)
{
    const QString type = tag.value(QLatin1String("type"));
    const bool include = tag.value(QLatin1String("include")) == QLatin1String("yes");
    if (type == QLatin1String("start"))
        result.srx.includeStartCodes = include;
    else if (type == QLatin1String("end"))
        result.srx.includeEndCodes = include;
    else if (type == QLatin1String("isolated"))
        result.srx.includeIsolatedCodes = include;
}

void SrxReader::readMap(const Element &tag)
{
    const LanguageMap map{tag.value(QLatin1String("languagepattern")),
                          tag.value(QLatin1String("languagerulename"))};
    const QRegularExpression expression = languageExpression(map.pattern);
    if (!expression.isValid() || map.pattern.size() > maximumPattern) {
        refuse(tag.start, "srx.language",
               QStringLiteral("The languagepattern \"%1\" is no regular expression: %2. Correct it.")
                   .arg(map.pattern.left(60), expression.errorString()));
        return;
    }
    result.srx.maps.append(map);
}

void SrxReader::tree(const Element &element)
{
    text::SegmentationRule rule;
    rule.breaks = element.value(QLatin1String("break")) != QLatin1String("no");
    for (const xml::Node &node : element.children) {
        if (!node.element || node.element->ns != m_namespace)
            continue;
        if (node.element->name == QLatin1String("beforebreak"))
            rule.before = readPattern(*node.element);
        else if (node.element->name == QLatin1String("afterbreak"))
            rule.after = readPattern(*node.element);
    }
    if (++m_ruleCount > maximumRules) {
        refuse(element.start, "srx.too-large",
               QStringLiteral("The file has more than %1 rules; split it.").arg(maximumRules));
        return;
    }
    result.srx.languageRules.last().rules.append(rule);
}

QString SrxReader::readPattern(const Element &element)
{
    const QString pattern = element.text();
    if (pattern.size() > maximumPattern) {
        refuse(element.start, "srx.too-large",
               QStringLiteral("A pattern has %1 characters, more than %2; split it into several rules.")
                   .arg(pattern.size())
                   .arg(maximumPattern));
        return {};
    }
    const QString &name = result.srx.languageRules.last().name;
    const Result<void> checked = text::checkPattern(pattern);
    if (!checked && !result.faults.contains(name)) {
        const qint64 offset = placeInPattern(element, pattern, checked.error().where.column);
        result.faults.insert(name, Error{QStringLiteral("srx.pattern"),
                                         QStringLiteral("In <%1>%2: %3 Correct the pattern.")
                                             .arg(element.name, pattern.left(60), checked.error().message),
                                         place(offset)});
    }
    return pattern;
}

/// Line and column of a byte of the file.
Place SrxReader::place(qint64 offset) const
{
    const QString before = xml::decode(QByteArrayView(m_bytes).first(offset), encoding);
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    return {m_fileName, before.count(u'\n') + 1, before.mid(lineStart).toUcs4().size() + 1, offset};
}

/// The byte where the column of the pattern stands, as far as the file has the pattern's own characters.
qint64 SrxReader::placeInPattern(const Element &element, const QString &pattern, qint64 column) const
{
    const QByteArray raw = pattern.toUtf8();
    const bool plain = QByteArrayView(m_bytes).sliced(element.startTagEnd).startsWith(raw);
    return plain ? element.startTagEnd + pattern.left(column - 1).toUtf8().size() : element.startTagEnd;
}

void SrxReader::refuse(qint64 offset, const char *code, const QString &message)
{
    if (error)
        return;
    error = Error{QString::fromLatin1(code), message, {}};
    error->where.offset = offset;
}

void SrxReader::finish()
{
    const QList<LanguageRule> &known = result.srx.languageRules;
    for (const LanguageMap &map : std::as_const(result.srx.maps)) {
        const bool there = std::any_of(known.begin(), known.end(),
                                       [&map](const LanguageRule &rule) { return rule.name == map.rules; });
        if (!there) {
            result.warnings.append(
                QStringLiteral("The rules \"%1\", which the file gives to the languages %2, are not in it.")
                    .arg(map.rules, map.pattern));
        }
    }
}

} // namespace

QStringList Srx::rulesNamedFor(const QString &language) const
{
    QStringList names;
    for (const LanguageMap &map : maps) {
        if (!languageExpression(map.pattern).match(language).hasMatch())
            continue;
        names.append(map.rules);
        if (!cascade)
            break;
    }
    return names;
}

text::SegmentationRules Srx::rulesFor(const QString &language) const
{
    text::SegmentationRules result;
    for (const QString &name : rulesNamedFor(language)) {
        for (const LanguageRule &rule : languageRules) {
            if (rule.name == name)
                result.rules.append(rule.rules);
        }
    }
    return result;
}

Result<text::SegmentationRules> ReadSrx::rulesFor(const QString &language) const
{
    for (const QString &name : srx.rulesNamedFor(language)) {
        if (const auto fault = faults.constFind(name); fault != faults.constEnd())
            return *fault;
    }
    return srx.rulesFor(language);
}

Result<ReadSrx> read(const QByteArray &bytes, const QString &fileName)
{
    if (bytes.size() > maximumBytes) {
        return Error{QStringLiteral("srx.too-large"),
                     QStringLiteral("The file has %1 MiB, more than the 16 MiB that are read; split it.")
                         .arg(bytes.size() / 1024 / 1024),
                     {fileName, 1, 1, 0}};
    }
    SrxReader reader(bytes, fileName);
    xml::ParseOptions options;
    options.fileName = fileName;
    options.codePrefix = QStringLiteral("srx");
    if (const Result<void> done = xml::parse(bytes, options, reader); !done)
        return done.error();
    if (reader.result.srx.languageRules.isEmpty()) {
        return Error{QStringLiteral("srx.no-rules"),
                     QStringLiteral("There is no <languagerule> in the file; choose one with rules."),
                     {fileName, 1, 1, 0}};
    }
    reader.finish();
    return std::move(reader.result);
}

} // namespace verbale::srx
