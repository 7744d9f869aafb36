#pragma once

#include "session/termbases.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>

namespace verbale::workbench {

/// The termbases of the program, for the windows that edit them. They are read on a worker when they are
/// first wanted. Every edit goes through here, so that all windows hear of it. GUI thread.
class TermbaseService final : public QObject
{
    Q_OBJECT
public:
    explicit TermbaseService(session::TermbasesOptions options, QObject *parent = nullptr);
    ~TermbaseService() override;

    /// nullptr while they are being read or were not asked for.
    [[nodiscard]] const session::Termbases *termbases() const { return m_termbases.get(); }
    [[nodiscard]] bool isReady() const { return m_termbases != nullptr; }
    /// Reads them; ready() follows, at once when they are there.
    void open();
    /// Calls `then` when they are there; never when `context` is gone by then.
    void whenReady(QObject *context, const std::function<void()> &then);
    /// Other ones from now on, or in another order. ready() follows.
    void setGlossaries(const QStringList &glossaries);
    [[nodiscard]] const session::TermbasesOptions &options() const { return m_options; }
    /// What requests to plugins name.
    [[nodiscard]] QStringList glossaries() const;

    Result<session::EntryKey> add(const glossary::ConceptEntry &entry, const QString &termbase = {});
    Result<session::EntryKey> save(const session::EntryKey &key, const glossary::ConceptEntry &entry);
    Result<void> remove(const QList<session::EntryKey> &keys);
    Result<session::EntryKey> merge(const QList<session::EntryKey> &keys,
                                    const glossary::ConceptEntry &entry);
    Result<void> confirm(const QList<session::EntryKey> &keys);
    /// changed() or failed() follows.
    void undo();
    void redo();
    void take(const session::TermbaseUpdate &update);
    /// Looks whether other programs have edited the termbases.
    void refresh();

    /// What undo() and redo() would take.
    [[nodiscard]] std::optional<glossary::StepName> undoStep() const;
    [[nodiscard]] std::optional<glossary::StepName> redoStep() const;

signals:
    void ready();
    void changed(); ///< an entry, or what is said of one
    void failed(const verbale::Error &error);

private:
    template <typename Value>
    Result<Value> told(Result<Value> result);
    void follow(const QFuture<Result<session::TermbaseUpdate>> &work);

    session::TermbasesOptions m_options;
    std::shared_ptr<session::Termbases> m_termbases;
    bool m_opening = false;
    int m_run = 0;
};

} // namespace verbale::workbench
