#include "formats/conformance/xliff2_sink.h"

#include "formats/conformance/findings.h"
#include "xml/position.h"

#include <algorithm>

namespace verbale::conformance::xliff2 {

namespace {

constexpr std::size_t mostKept = 20'000; // deferred rules report late, so more are kept than are listed

} // namespace

QString sectionOf(const QString &section, bool is22)
{
    if (section.startsWith(QLatin1String("2.")) && section.size() > 4 && section[3] == u':')
        return QStringLiteral("XLIFF %1, %2").arg(section.left(3), section.mid(4));
    const bool isExtension = section.startsWith(QLatin1String("5.6")); // change tracking left 2.2
    if (!is22 || isExtension || section.isEmpty() || !section[0].isDigit())
        return QStringLiteral("XLIFF %1, %2")
            .arg(is22 && !isExtension ? QStringLiteral("2.2") : QStringLiteral("2.1"), section);
    // 2.2 has no chapter on conformance before these, and no change tracking among the modules.
    QString renumbered = section;
    renumbered[0] = QChar(static_cast<char16_t>(section[0].unicode() - 1));
    const bool isLaterModule = section[0] == u'5' && section.size() > 2 && section[2] > u'6';
    if (isLaterModule)
        renumbered[2] = QChar(static_cast<char16_t>(section[2].unicode() - 1));
    return QStringLiteral("XLIFF 2.2, %1").arg(renumbered);
}

void Sink::add(qint64 offset, Severity severity, const char *code, const QString &section,
               const QString &message)
{
    const bool isError = severity == Severity::Error;
    std::size_t &kept = isError ? m_errors : m_warnings;
    if (kept >= mostKept) {
        drop(severity);
        return;
    }
    ++kept;
    // What is quoted from the file may have line breaks; a finding is one line.
    QString line = message;
    line.replace(u'\n', u' ').replace(u'\r', u' ').replace(u'\t', u' ');
    m_findings.push_back(
        {offset,
         {0, 0, severity, QLatin1String("xliff.") + QLatin1String(code), sectionOf(section, is22), line},
         false});
}

void Sink::addPlain(qint64 offset, const QString &code, const QString &section, const QString &message)
{
    m_findings.push_back({offset, {0, 0, Severity::Error, code, section, message}, true});
}

void Sink::drop(Severity severity)
{
    ++m_dropped;
    m_droppedError = m_droppedError || severity == Severity::Error;
}

QList<Finding> Sink::take(QByteArrayView bytes, xml::Encoding encoding)
{
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Placed &one, const Placed &other) { return one.offset < other.offset; });
    xml::Locator locator(bytes, encoding);
    QList<Finding> report;
    qsizetype errors = 0;
    qsizetype warnings = 0;
    for (Placed &placed : m_findings) {
        Finding &finding = placed.finding;
        qsizetype &listed = finding.severity == Severity::Error ? errors : warnings;
        if (!placed.isPlain && ++listed > mostListed) {
            drop(finding.severity);
            continue;
        }
        const Place place = locator.placeOf(placed.offset);
        finding.line = place.line;
        finding.column = place.column;
        report.append(std::move(finding));
    }
    appendRest(report, QStringLiteral("xliff"), m_dropped, m_droppedError);
    return report;
}

} // namespace verbale::conformance::xliff2
