#pragma once

#include "session/engine_settings.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace verbale::workbench {

class Questions;

/// Captions with editors beside them, and below each what is to be known of it and what is wrong with it.
class FieldRows final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldRows(QWidget *parent = nullptr);

    /// `name`: for setProblem(). The editor gets the caption as its accessible name.
    void addRow(const QString &name, const QString &caption, QWidget *editor,
                const QString &explanation = {});
    void setExplanation(const QString &name, const QString &text);
    /// Empty: nothing is wrong.
    void setProblem(const QString &name, const QString &text);
    [[nodiscard]] QString problem(const QString &name) const;
    void takeFocus(const QString &name);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QString name;
        QLabel *caption;
        QWidget *editor;
        QLabel *explanation;
        QLabel *problem;
    };
    [[nodiscard]] const Row *row(const QString &name) const;
    void colour();

    QGridLayout *m_grid;
    QList<Row> m_rows;
};

/// A bold line above what follows.
QLabel *makeHeading(const QString &text, QWidget *parent);
/// A line to type a path into, with a button that asks for the file. `title`: of the dialog.
QWidget *makeFileField(QLineEdit *line, const QString &title, Questions &questions);

/// The members of an engine's settings, by its type; those that most people leave alone are folded away.
class EngineFields final : public QWidget
{
    Q_OBJECT
public:
    explicit EngineFields(Questions &questions, QWidget *parent = nullptr);

    void show(const session::EngineSetup &setup);
    /// As they stand in the fields; what was not touched is as it came.
    [[nodiscard]] QJsonObject members() const;
    void setProblem(const QString &member, const QString &text);
    [[nodiscard]] bool has(const QString &member) const;
    void takeFocus(const QString &member);
    /// Of the member: a line, a box, a text.
    [[nodiscard]] QWidget *editor(const QString &member) const;

signals:
    void edited();

private:
    struct Field
    {
        session::EngineMember member;
        QWidget *editor;
        QString came; ///< what it showed at first
    };
    QWidget *makeEditor(const session::EngineMember &member, const QString &text);
    [[nodiscard]] static QString textOf(const QWidget *editor);
    void unfold(bool open);

    Questions &m_questions;
    QString m_type;
    QJsonObject m_came;
    QList<Field> m_fields;
    FieldRows *m_usual;
    QToolButton *m_more;
    FieldRows *m_rare;
    QLabel *m_strange; ///< members that the type does not know
};

} // namespace verbale::workbench
