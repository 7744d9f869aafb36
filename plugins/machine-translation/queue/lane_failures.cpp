#include "plugins/machine-translation/queue/lane_failures.h"

#include "plugins/machine-translation/transport/secret.h"

#include <QtCore/QDateTime>

namespace verbale::mt {

Failure cancelled(bool left)
{
    return {FailureKind::Cancelled,
            {left ? QStringLiteral("queue.cancelled-sent") : QStringLiteral("queue.cancelled"),
             left ? QStringLiteral(
                        "Cancelled. The text had already been sent; if its translation still comes, it is "
                        "kept for the next time.")
                  : QStringLiteral("Cancelled before it was sent.")}};
}

Failure doubtful(const QString &engine)
{
    return {FailureKind::BadAnswer,
            {QStringLiteral("mt.moved"),
             QStringLiteral("%1 gave translations to segments that they do not belong to, perhaps this one "
                            "too, so it was not used. It may have been charged and is sent again, alone, "
                            "only if you ask for it.")
                 .arg(engine)}};
}

Failure unanswered(const QString &engine)
{
    return {FailureKind::Ambiguous,
            {QStringLiteral("queue.no-answer"),
             QStringLiteral(
                 "%1 answered, but not for this segment. The text may have been charged; it is sent again "
                 "only if you say so.")
                 .arg(engine)}};
}

Failure resting(const QString &engine, const Error &why, milliseconds left)
{
    const QDateTime until = QDateTime::currentDateTime().addMSecs(left.count());
    return {FailureKind::Unreachable,
            {QStringLiteral("queue.resting"),
             QStringLiteral("Not sent: %1 has failed several times running and is left alone until %2; ask "
                            "for what is left after that. The last time: %3")
                 .arg(engine, until.toString(QStringLiteral("HH:mm:ss")), why.message)}};
}

Failure stillElsewhere()
{
    return {FailureKind::Ambiguous,
            {QStringLiteral("queue.elsewhere"),
             QStringLiteral("Another program has been sending the same text for a long time; end it, or ask "
                            "again later.")}};
}

Failure misfit(const QString &engine)
{
    return {FailureKind::BadAnswer,
            {QStringLiteral("queue.misfit"),
             QStringLiteral(
                 "%1 sent translations of which nobody can tell to which segment they belong, so none was "
                 "used. The texts may have been charged.")
                 .arg(engine)}};
}

std::optional<Failure> answeredWithKey(HttpAnswer &answer, const Secret &key, const QString &engine)
{
    if (!blackOut(answer.body, key) || answer.status >= 300)
        return std::nullopt;
    return Failure{
        FailureKind::BadAnswer,
        {QStringLiteral("queue.key-in-answer"),
         QStringLiteral("%1 sent its key back among the translations, so none was used. The texts may "
                        "have been charged.")
             .arg(engine)}};
}

} // namespace verbale::mt
