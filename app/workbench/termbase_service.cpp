#include "workbench/termbase_service.h"

#include "workbench/later.h"

namespace verbale::workbench {

TermbaseService::TermbaseService(session::TermbasesOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options))
{
}

TermbaseService::~TermbaseService() = default;

void TermbaseService::open()
{
    if (m_termbases) {
        emit ready();
        return;
    }
    if (m_opening)
        return;
    m_opening = true;
    whenDone(this, session::Termbases::openLater(m_options),
             [this, run = ++m_run](const std::shared_ptr<session::Termbases> &termbases) {
                 if (run != m_run)
                     return;
                 m_opening = false;
                 m_termbases = termbases;
                 emit ready();
             });
}

void TermbaseService::whenReady(QObject *context, const std::function<void()> &then)
{
    if (m_termbases) {
        then();
        return;
    }
    connect(this, &TermbaseService::ready, context, then, Qt::SingleShotConnection);
    open();
}

void TermbaseService::setGlossaries(const QStringList &glossaries)
{
    m_options.glossaries = glossaries;
    // What stands there stays until the new ones are read.
    m_opening = true;
    whenDone(this, session::Termbases::openLater(m_options),
             [this, run = ++m_run](const std::shared_ptr<session::Termbases> &termbases) {
                 if (run != m_run)
                     return;
                 m_opening = false;
                 m_termbases = termbases;
                 emit ready();
                 emit changed();
             });
}

QStringList TermbaseService::glossaries() const
{
    return m_termbases ? m_termbases->glossaries() : session::existingGlossaries(m_options.glossaries);
}

template <typename Value>
Result<Value> TermbaseService::told(Result<Value> result)
{
    if (result.ok())
        emit changed();
    else
        emit failed(result.error());
    return result;
}

Result<session::EntryKey> TermbaseService::add(const glossary::ConceptEntry &entry, const QString &termbase)
{
    return told(m_termbases->add(entry, termbase));
}

Result<session::EntryKey> TermbaseService::save(const session::EntryKey &key,
                                                const glossary::ConceptEntry &entry)
{
    return told(m_termbases->save(key, entry));
}

Result<void> TermbaseService::remove(const QList<session::EntryKey> &keys)
{
    return told(m_termbases->remove(keys));
}

Result<session::EntryKey> TermbaseService::merge(const QList<session::EntryKey> &keys,
                                                 const glossary::ConceptEntry &entry)
{
    return told(m_termbases->merge(keys, entry));
}

Result<void> TermbaseService::confirm(const QList<session::EntryKey> &keys)
{
    return told(m_termbases->confirm(keys));
}

void TermbaseService::undo()
{
    if (m_termbases)
        follow(m_termbases->undo());
}

void TermbaseService::redo()
{
    if (m_termbases)
        follow(m_termbases->redo());
}

void TermbaseService::follow(const QFuture<Result<session::TermbaseUpdate>> &work)
{
    whenDone(this, work, [this](const Result<session::TermbaseUpdate> &update) {
        if (update.ok())
            take(update.value());
        else
            emit failed(update.error());
    });
}

void TermbaseService::take(const session::TermbaseUpdate &update)
{
    if (!m_termbases)
        return;
    m_termbases->take(update);
    emit changed();
}

void TermbaseService::refresh()
{
    if (!m_termbases)
        return;
    const quint64 before = m_termbases->revision();
    const Result<bool> looked = m_termbases->refresh();
    if (looked.ok() && !looked.value()) {
        for (const session::TermbaseInfo &termbase : m_termbases->list())
            follow(m_termbases->reload(termbase.path));
    }
    if (m_termbases->revision() != before)
        emit changed();
}

std::optional<glossary::StepName> TermbaseService::undoStep() const
{
    const std::optional<session::TermStep> step = m_termbases ? m_termbases->undoable() : std::nullopt;
    return step ? std::optional(step->step.name) : std::nullopt;
}

std::optional<glossary::StepName> TermbaseService::redoStep() const
{
    const std::optional<session::TermStep> step = m_termbases ? m_termbases->redoable() : std::nullopt;
    return step ? std::optional(step->step.name) : std::nullopt;
}

} // namespace verbale::workbench
