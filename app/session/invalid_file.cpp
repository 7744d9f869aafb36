#include "session/invalid_file.h"

#include "session/validate.h"

namespace verbale::session {

namespace {

constexpr qsizetype namedErrors = 3;

InvalidFile summed(const Result<conformance::Report> &report)
{
    InvalidFile invalid;
    if (!report || report->format != QLatin1String("xliff"))
        return invalid;
    invalid.standard = (QStringLiteral("XLIFF ") + report->version).trimmed();
    for (const conformance::Finding &finding : report->findings) {
        if (finding.severity != conformance::Severity::Error || finding.isRest())
            continue;
        if (invalid.first.size() < namedErrors)
            invalid.first.append(finding);
        else
            ++invalid.more;
    }
    return invalid;
}

} // namespace

InvalidFile findInvalid(const OriginalBytes &bytes)
{
    const QByteArrayView view = bytes.view();
    InvalidFile invalid = summed(validateBytes(QByteArray::fromRawData(view.data(), view.size()), {}));
    if (bytes.holder() != nullptr)
        bytes.holder()->forget(0, view.size());
    return invalid;
}

QString describeInvalid(const InvalidFile &invalid, const QString &path)
{
    if (invalid.isValid())
        return {};
    QStringList named;
    for (const conformance::Finding &finding : invalid.first)
        named.append(QStringLiteral("line %1, %2").arg(finding.line).arg(finding.code));
    if (invalid.more > 0)
        named.append(QStringLiteral("%1 more").arg(invalid.more));
    return QStringLiteral("%1 is not valid %2: %3. `verbale validate` lists what is wrong.")
        .arg(path, invalid.standard, named.join(QStringLiteral("; ")));
}

} // namespace verbale::session
