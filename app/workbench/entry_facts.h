#pragma once

#include "session/termbase_values.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace verbale::workbench {

class TermbaseService;

/// What is known of an entry beside its fields: what it stands for, homographs, confirmation and use, and its
/// history. Everything that can be followed is a link, for the mouse and the keyboard.
class EntryFacts final : public QWidget
{
    Q_OBJECT
public:
    EntryFacts(const TermbaseService &service, QWidget *parent = nullptr);

    /// `usesInDocument`: -1 while no document is open.
    void show(const session::TermRow &row, int usesInDocument);
    void clear();
    [[nodiscard]] QLabel *label() const { return m_label; }
    /// As a click on it.
    void follow(const QString &link);
    [[nodiscard]] QStringList links() const;

signals:
    void openRequested(const verbale::session::EntryKey &key);
    /// Delete the user's own entry, so that the one below it counts again.
    void giveUpRequested(const verbale::session::EntryKey &key);
    void restoreRequested(const verbale::glossary::ConceptEntry &entry);
    void usesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    [[nodiscard]] QString overrideLine() const;
    [[nodiscard]] QString homographLine();
    [[nodiscard]] QString recordLine() const;
    [[nodiscard]] QString historyLines();
    QString link(const QString &text, const session::EntryKey &key);

    const TermbaseService &m_service;
    std::optional<session::TermRow> m_row;
    int m_uses = -1;
    bool m_historyOpen = false;
    QList<session::EntryKey> m_linked;
    QList<glossary::ConceptEntry> m_versions;
    QLabel *m_label;
};

/// "TERMBASE#ID" taken apart.
session::EntryKey entryKeyOf(const QString &text);
/// The Vietnamese and English that people know an entry by.
QString entryTitle(const glossary::ConceptEntry &entry);

} // namespace verbale::workbench
