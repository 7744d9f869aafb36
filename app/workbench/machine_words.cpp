#include "workbench/machine_words.h"

#include "workbench/machine_switch.h"
#include "workbench/plugin_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QLocale>

namespace verbale::workbench {

namespace {

/// The strings of this file, in one translation context.
struct MachineWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::MachineWords)
};

constexpr qsizetype mostReasons = 4;

QString known(const QString &code)
{
    if (code == QLatin1String("mt.ambiguous") || code == QLatin1String("mt.may-have-been-charged"))
        return MachineWords::tr(
            "They were sent and no answer came: the service may have charged for them, so "
            "they are not sent again by themselves.");
    if (code == QLatin1String("mt.bad-answer"))
        return MachineWords::tr("The service's answer cannot be used; it may have charged for them.");
    if (code == QLatin1String("mt.no-key"))
        return MachineWords::tr("The engine has no key.");
    if (code == QLatin1String("mt.key"))
        return MachineWords::tr("The service does not take the key.");
    if (code == QLatin1String("mt.quota"))
        return MachineWords::tr("What you may have translated is used up at the service.");
    if (code == QLatin1String("mt.unreachable") || code == QLatin1String("mt.not-sent"))
        return MachineWords::tr("The service could not be reached; nothing was sent.");
    if (code == QLatin1String("mt.limited"))
        return MachineWords::tr("The service asks for a pause.");
    if (code == QLatin1String("queue.resting"))
        return MachineWords::tr("The service failed several times running and is left alone for up to two "
                                "minutes, so they were not sent; pre-translate the rest again after that.");
    if (code == QLatin1String("mt.moved"))
        return MachineWords::tr(
            "The service gave translations to segments that they do not belong to, so what may be wrong was "
            "not used; it may have charged for them. If you send them again, each goes alone.");
    if (code == QLatin1String("mt.cancelled") || code == QLatin1String("plugins.cancelled"))
        return MachineWords::tr("Cancelled.");
    return {};
}

} // namespace

QString engineName(const MachineOutlook &outlook)
{
    const QString own = tamed(outlook.preview.engineName);
    return own.isEmpty() ? outlook.question.request.engine : own;
}

QString reasonText(const session::MachineTrouble &trouble)
{
    const QString words = known(trouble.code);
    return words.isEmpty() ? tamed(trouble.message) : words;
}

QString resultText(const session::MachineReport &report)
{
    const QLocale locale;
    QString text = MachineWords::tr("%1 of %2 segments translated by %3")
                       .arg(locale.toString(static_cast<qlonglong>(report.translated)),
                            locale.toString(static_cast<qlonglong>(report.asked)), tamed(report.engineName));
    if (report.fromCache > 0)
        text += MachineWords::tr(", %n of them known before", nullptr, static_cast<int>(report.fromCache));
    return text + MachineWords::tr("; %1 characters sent.").arg(locale.toString(report.sentCharacters));
}

QString cancelledText(const session::MachineReport &report)
{
    const QLocale locale;
    return MachineWords::tr(
               "Cancelled; %1 of %2 segments translated by %3. What had left by then may still be "
               "answered and charged: the list of what left this machine has it, and the next run "
               "uses the answers.")
        .arg(locale.toString(static_cast<qlonglong>(report.translated)),
             locale.toString(static_cast<qlonglong>(report.asked)), tamed(report.engineName));
}

QString troublesText(const session::MachineReport &report)
{
    QStringList lines;
    qsizetype rest = 0;
    for (const session::MachineTrouble &trouble : report.troubles) {
        if (lines.size() < mostReasons)
            lines.append(QStringLiteral("%1: %2").arg(
                QLocale().toString(static_cast<qlonglong>(trouble.segments)), reasonText(trouble)));
        else
            rest += trouble.segments;
    }
    if (rest > 0)
        lines.append(MachineWords::tr("%n for other reasons.", nullptr, static_cast<int>(rest)));
    if (lines.isEmpty())
        return {};
    return MachineWords::tr("Segments without a machine translation:") + u'\n' + lines.join(u'\n');
}

} // namespace verbale::workbench
