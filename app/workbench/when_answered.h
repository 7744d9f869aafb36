#pragma once

#include "session/gathering.h"
#include "workbench/later.h"

namespace verbale::workbench {

/// Gathers the answers to a question on the context's thread as they come, and calls `told(gathering)` when
/// there is something to show, and again with each later answer.
template <typename Request, typename Answer, typename Told>
void whenAnswered(QObject *context, session::Question<Request, Answer> question, Told told)
{
    using Gathering = session::Gathering<Request, Answer>;
    auto gathering = std::make_shared<Gathering>(std::move(question.gathering));
    for (qsizetype i = 0; i < question.answers.size(); ++i) {
        whenDone(context, question.answers[i], [gathering, i, told](const Result<Answer> &answer) {
            gathering->add(i, answer);
            if (gathering->isPresentable())
                told(*gathering);
        });
    }
}

} // namespace verbale::workbench
