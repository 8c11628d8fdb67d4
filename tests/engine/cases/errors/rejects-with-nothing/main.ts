void Promise.reject();
