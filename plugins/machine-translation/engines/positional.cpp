#include "plugins/machine-translation/engines/positional.h"

#include "plugins/machine-translation/engines/moved_answers.h"

namespace verbale::mt {

EngineAnswer positionalAnswers(const QString &service, const Batch &batch, const nlohmann::json *translations,
                               const std::function<std::optional<QString>(const nlohmann::json &)> &text,
                               bool gaps)
{
    if (!translations || !translations->is_array())
        return badAnswer(service, "mt.wrong-shape", QStringLiteral("without a list of translations"));
    if (static_cast<qsizetype>(translations->size()) != batch.items.size())
        return badAnswer(service, "mt.wrong-count",
                         QStringLiteral("with another number of texts than were sent"));
    QList<ItemAnswer> answers;
    qsizetype item = 0;
    for (const nlohmann::json &one : *translations) {
        const std::optional<QString> found = text(one);
        if (found)
            answers.append({item, *found});
        else if (!gaps)
            return badAnswer(service, "mt.wrong-shape", QStringLiteral("a translation holds no text"));
        ++item;
    }
    if (!answers.isEmpty() && doubtMovedAnswers(batch, answers) == answers.size())
        return badAnswer(service, "mt.moved", QStringLiteral("in another order than was asked"));
    return answers;
}

} // namespace verbale::mt
