#pragma once

#include "session/termbase_values.h"

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace verbale::workbench {

class ConflictPanel;
class EntryFacts;
class EntryForm;
class TermbaseService;

/// The right side of the glossary window: an entry's form with what stands against it, its facts, and the
/// buttons. Leaving an entry saves it; what cannot be saved is kept as a draft until it can or is discarded.
class EntryPane final : public QWidget
{
    Q_OBJECT
public:
    explicit EntryPane(TermbaseService &service, QWidget *parent = nullptr);

    /// Leaves the entry of before. `uses`: in the open document, -1 while there is none.
    void open(const session::EntryKey &key, int uses);
    /// A form for a new entry that is filled with `entry`.
    void openNew(const glossary::ConceptEntry &entry = {});
    void showNothing();
    [[nodiscard]] const std::optional<session::EntryKey> &current() const { return m_key; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] glossary::ConceptEntry entry() const;

    /// False when it cannot be saved, or not without `allTheSame`; the panel says why.
    bool save(bool allTheSame = false);
    void revert();
    /// Fills the form with another version of the entry and saves it.
    void restore(const glossary::ConceptEntry &entry);
    /// Saves what is in the form, or keeps it as a draft.
    void leave();
    /// The termbases have changed: what nobody is writing in is filled anew.
    void refresh(int uses);

    /// Entries that were written in and could not be saved, the one in the form with them.
    [[nodiscard]] int unsavedCount() const;
    /// Their keys; the new ones' are not among them.
    [[nodiscard]] QSet<QString> unsavedKeys() const;
    /// Shows one of them; false when there is none other than the one in the form.
    bool openUnsaved();
    /// Saves all of them, whatever stands against it; false when one cannot be saved at all.
    bool saveAll();
    void discardAll();

    [[nodiscard]] EntryForm *form() const { return m_form; }
    [[nodiscard]] ConflictPanel *conflicts() const { return m_conflicts; }
    [[nodiscard]] EntryFacts *facts() const { return m_facts; }

signals:
    void saved(const verbale::session::EntryKey &key);
    void openRequested(const verbale::session::EntryKey &key);
    void mergeRequested(const QList<verbale::session::EntryKey> &keys);
    void confirmRequested();
    void giveUpRequested(const verbale::session::EntryKey &key);
    void usesRequested();
    void draftsChanged();
    void left(); ///< Escape: the keyboard goes back to the table

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Draft
    {
        std::optional<session::EntryKey> key;
        glossary::ConceptEntry entry;
    };

    void connectParts();
    void fill(const glossary::ConceptEntry &saved, const std::optional<glossary::ConceptEntry> &typed);
    void judge();
    void showConflicts(bool insist);
    [[nodiscard]] QList<session::TermConflict> newConflicts() const;
    [[nodiscard]] bool isModified() const;
    [[nodiscard]] QString draftName() const;
    void keepDraft();
    void updateButtons();
    void retranslate();

    TermbaseService &m_service;
    std::optional<session::EntryKey> m_key;
    std::optional<session::TermRow> m_row;
    QList<session::TermConflict> m_known; ///< of the entry as it was saved: no news
    bool m_isNew = false;
    bool m_saving = false;
    int m_uses = -1;
    int m_newCount = 0;
    QString m_newName;             ///< of the new entry in the form, among the drafts
    glossary::ConceptEntry m_seed; ///< what the new entry began with
    QHash<QString, Draft> m_drafts;
    QTimer m_judge;
    QLabel *m_head;
    EntryForm *m_form;
    ConflictPanel *m_conflicts;
    EntryFacts *m_facts;
    QLabel *m_nothing;
    QPushButton *m_save;
    QPushButton *m_revert;
    QPushButton *m_confirm;
};

} // namespace verbale::workbench
