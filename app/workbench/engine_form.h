#pragma once

#include "workbench/engine_access.h"

#include <QtWidgets/QScrollArea>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace verbale::workbench {

class EngineFields;
class FieldRows;
class Questions;

/// An engine as fields: its settings by its type, its key, which texts it may have, what the service keeps,
/// what it costs, and a test of the connection.
class EngineForm final : public QScrollArea
{
    Q_OBJECT
public:
    /// `make`: the test of what stands in the form.
    EngineForm(Questions &questions, session::KeyStore &keys, std::function<session::ConnectionTest()> make,
               QWidget *parent = nullptr);

    /// `storedAs`: the name it has in the settings file; empty: it is new. `keyPending`: as EngineKeyBox has
    /// it.
    void show(const session::EngineSetup &setup, const QString &storedAs, bool keyPending = false);
    /// As it stands in the fields.
    [[nodiscard]] session::EngineSetup setup() const;
    /// Below the members that they are about; a test is for what has none.
    void setProblems(const QList<session::SetupProblem> &problems);
    /// The cursor goes to where one begins: the name, or the first member with a problem.
    void takeFocus(const QString &member = {});
    [[nodiscard]] EngineKeyBox *key() const { return m_key; }
    [[nodiscard]] ConnectionBox *connection() const { return m_connection; }
    [[nodiscard]] EngineFields *fields() const { return m_fields; }
    [[nodiscard]] QLineEdit *name() const { return m_name; }
    [[nodiscard]] QComboBox *handling() const { return m_handling; }
    [[nodiscard]] QLineEdit *price() const { return m_price; }

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeRows();
    void layOut(QVBoxLayout *layout);
    void showHandling();
    void colour();
    void tell();

    session::EngineSetup m_came;
    QString m_priceCame;
    bool m_filling = false;
    QWidget *m_page;
    QLabel *m_type;
    QLabel *m_about;
    FieldRows *m_head;
    QLineEdit *m_name;
    EngineFields *m_fields;
    EngineKeyBox *m_key;
    FieldRows *m_rules;
    QComboBox *m_handling;
    QLabel *m_consent;
    FieldRows *m_cost;
    QLineEdit *m_price;
    QLineEdit *m_currency;
    ConnectionBox *m_connection;
};

/// What counts for all engines: the budget and the way to the network.
class MachineForm final : public QScrollArea
{
    Q_OBJECT
public:
    explicit MachineForm(Questions &questions, QWidget *parent = nullptr);

    void show(const session::MachineSettings &settings);
    /// Takes what stands in the fields; the engines stay.
    void writeTo(session::MachineSettings &settings) const;
    /// False: something cannot be saved, and stands below its field.
    bool check();
    [[nodiscard]] QLineEdit *documentBudget() const { return m_document; }
    [[nodiscard]] QLineEdit *monthBudget() const { return m_month; }
    [[nodiscard]] QLineEdit *proxy() const { return m_proxy; }
    [[nodiscard]] QLineEdit *authorities() const { return m_authorities; }
    [[nodiscard]] QString problem(const QString &name) const;

signals:
    void edited();

private:
    QString m_proxyCame;
    FieldRows *m_budget;
    FieldRows *m_network;
    QLineEdit *m_document;
    QLineEdit *m_month;
    QLineEdit *m_proxy;
    QLineEdit *m_authorities;
};

} // namespace verbale::workbench
