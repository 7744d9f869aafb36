#pragma once

#include "plugins/machine-translation/queue/job.h"

#include <verbale/sdk/control.h>
#include <verbale/sdk/translation_provider.h>

namespace verbale::mt {

/// What a queue would send.
struct Rehearsal
{
    QList<OutgoingRequest> requests; ///< the first ones
    qsizetype count = 0;             ///< of all
    qint64 characters = 0;           ///< of all, as the engine counts them
    QStringList objections;          ///< why a text could not be sent, each once
};

/// Gives the jobs to the same queue that sends, with a network that sends nothing: batches and bodies are
/// those that would go if nothing else was waiting and every request was answered. Shows at most `most`. The
/// jobs' `done` is not called. On the caller's thread.
Rehearsal rehearse(const std::shared_ptr<const Engine> &engine, const Secret &key, QList<Job> jobs,
                   qsizetype most, const StopToken &stop);

} // namespace verbale::mt
