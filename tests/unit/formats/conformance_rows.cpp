#include "conformance_rows.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace verbale::testing {

using conformance::Finding;
using conformance::Severity;

namespace {

QString described(const conformance::Report &report)
{
    QStringList lines;
    for (const Finding &finding : report.findings)
        lines.append(QStringLiteral("%1:%2 %3").arg(finding.line).arg(finding.column).arg(finding.code));
    return lines.join(QStringLiteral(", "));
}

} // namespace

QByteArray changed(const QByteArray &valid, const Row &row)
{
    const QByteArray before(row.before);
    const qsizetype at = valid.indexOf(before);
    Q_ASSERT(at >= 0);
    return valid.first(at) + row.after + valid.sliced(at + before.size());
}

QString whyNot(const QByteArray &valid, const Row &row, const conformance::Report &report)
{
    QString code = QString::fromLatin1(row.code);
    const bool isWarning = code.startsWith(QLatin1String("warning:"));
    code.remove(QLatin1String("warning:"));
    const bool isElsewhere = code.startsWith(QLatin1String("elsewhere:"));
    code.remove(QLatin1String("elsewhere:"));
    const QString found = QStringLiteral("%1: found %2").arg(QLatin1String(row.name), described(report));
    if (report.isValid() != (code.isEmpty() || isWarning))
        return found;
    if (code.isEmpty())
        return {};
    const qsizetype start = valid.indexOf(row.before);
    const qint64 first = valid.first(start).count('\n') + 1;
    const qint64 last = first + QByteArray(row.after).count('\n') + 1;
    for (const Finding &finding : report.findings) {
        const bool isThere = isElsewhere || (finding.line >= first - 1 && finding.line <= last);
        if (finding.code == code && isThere && (finding.severity == Severity::Warning) == isWarning)
            return {};
    }
    return found + QStringLiteral("; wanted %1 near line %2").arg(code).arg(first);
}

QList<qsizetype> refusedByDtd(const QList<QByteArray> &files, const QString &dtd)
{
    const QTemporaryDir folder;
    QStringList arguments{QStringLiteral("--nonet"), QStringLiteral("--noout"), QStringLiteral("--dtdvalid"),
                          dtd};
    QList<qsizetype> refused;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QString name = folder.filePath(QString::number(i));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(files[i]);
        file.close();
        QProcess validator;
        validator.start(QStringLiteral("xmllint"), arguments + QStringList{name});
        validator.waitForFinished(30000);
        if (validator.exitCode() != 0)
            refused.append(i);
    }
    return refused;
}

} // namespace verbale::testing
